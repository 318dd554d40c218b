#include "search/term_matcher.hpp"

#include <algorithm>
#include <set>

namespace sitrep {

/// Walks the question; each word is taken once, however often and in whatever form it stands there.
struct TermMatcher::Collector {
    TermMatcher& matcher;
    std::set<std::pair<Field, std::string>> seen = {};
    std::set<std::pair<Field, std::vector<std::uint32_t>>> seen_phrases = {};

    void walk(const Query& query) { std::visit(*this, query.node); }

    void operator()(const WordQuery& word) {
        for (const QueryTerm& term : word.terms) {
            if (!term.stop_word) take(word.field, term);
        }
    }
    void operator()(const PhraseQuery& phrase) {
        if (phrase.terms.empty()) return;
        std::vector<std::uint32_t> terms;
        for (const QueryTerm& term : phrase.terms) {
            const auto number = static_cast<std::uint32_t>(matcher.phrase_terms_.size() + 1);
            terms.push_back(matcher.phrase_terms_.try_emplace(term.term, number).first->second);
        }
        if (!seen_phrases.emplace(phrase.field, terms).second) return;
        matcher.phrases_.push_back({matcher.word_count(), std::move(terms)});
        matcher.fields_.push_back(phrase.field);
    }
    void operator()(const DateQuery&) {}
    void operator()(const AndQuery& all) { each(all.children); }
    void operator()(const OrQuery& either) { each(either.children); }
    void operator()(const NotQuery&) {}

    void each(const std::vector<QueryPtr>& children) {
        for (const QueryPtr& child : children) walk(*child);
    }
    void take(Field field, const QueryTerm& term) {
        const bool stems = term.kind == TokenKind::Word;
        const std::string& form = stems ? term.stem : term.term;
        if (!seen.emplace(field, (stems ? "Z" : "=") + form).second) return;
        (stems ? matcher.by_stem_ : matcher.by_term_)[form].push_back(matcher.word_count());
        matcher.fields_.push_back(field);
    }
};

TermMatcher::TermMatcher(const Query& query) { Collector{*this}.walk(query); }

void TermMatcher::find_words(const Forms& forms, std::string_view form, const Token& token,
                             Field place, std::vector<TermMatch>& matches) const {
    const auto found = forms.find(form);
    if (found == forms.end()) return;
    for (const std::size_t word : found->second) {
        if (looks_in(word, place)) matches.push_back({{token.begin, token.end}, word, false});
    }
}

void TermMatcher::find_phrases(const std::vector<Token>& tokens, Field place,
                               std::vector<TermMatch>& matches) const {
    // The number of each token's term, 0 for terms of no phrase; the first token of each position.
    std::vector<std::uint32_t> numbers;
    std::vector<std::size_t> firsts;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto found = phrase_terms_.find(tokens[i].term);
        numbers.push_back(found == phrase_terms_.end() ? 0 : found->second);
        if (i == 0 || tokens[i].position != tokens[i - 1].position) firsts.push_back(i);
    }
    firsts.push_back(tokens.size());

    const auto token_at = [&](std::size_t place_number, std::uint32_t term) {
        std::size_t i = firsts[place_number];
        while (i < firsts[place_number + 1] && numbers[i] != term) ++i;
        return i < firsts[place_number + 1] ? i : tokens.size();
    };
    const std::size_t places = firsts.size() - 1;
    for (const Phrase& phrase : phrases_) {
        if (!looks_in(phrase.word, place)) continue;
        const std::size_t length = phrase.terms.size();
        for (std::size_t at = 0; at + length <= places && matches.size() < kMaxMatches;) {
            std::size_t held = 0;
            while (held < length && token_at(at + held, phrase.terms[held]) < tokens.size()) ++held;
            if (held < length) {
                ++at;
                continue;
            }
            for (std::size_t k = 0; k < length; ++k) {
                const Token& token = tokens[token_at(at + k, phrase.terms[k])];
                matches.push_back({{token.begin, token.end}, phrase.word, true});
            }
            at += length;
        }
    }
}

std::vector<TermMatch> TermMatcher::find(const std::vector<Token>& tokens, Field place) const {
    std::vector<TermMatch> matches;
    for (const Token& token : tokens) {
        if (matches.size() >= kMaxMatches) break;
        find_words(by_stem_, token.stem, token, place, matches);
        find_words(by_term_, token.term, token, place, matches);
    }
    if (!phrases_.empty()) find_phrases(tokens, place, matches);
    std::sort(matches.begin(), matches.end(), [](const TermMatch& a, const TermMatch& b) {
        return std::pair(a.range.begin, a.word) < std::pair(b.range.begin, b.word);
    });
    return matches;
}

}  // namespace sitrep
