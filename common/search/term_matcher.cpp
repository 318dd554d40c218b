#include "search/term_matcher.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace sitrep {

/// Walks the question; each word is taken once, however often it stands there.
struct TermMatcher::Collector {
    TermMatcher& matcher;
    std::map<std::pair<Field, std::string>, std::size_t> seen = {};

    void walk(const Query& query) { std::visit(*this, query.node); }

    void operator()(const WordQuery& word) {
        if (word.units.empty() || word.units.front().words.front().stop_word) return;
        const std::size_t number = number_of(word.field, word.units, "w");
        if (number == kTaken) return;
        take(number, word.units, false);
        for (const QueryExpansion& expansion : word.expansions)
            take(number, expansion.units, false);
    }
    void operator()(const RunQuery& run) {
        for (const QueryPtr& word : run.words) walk(*word);
        for (const QueryExpansion& expansion : run.expansions) {
            const Field field = std::get<WordQuery>(run.words.front()->node).field;
            const std::size_t number = number_of(field, expansion.units, "w");
            if (number != kTaken) take(number, expansion.units, false);
        }
    }
    void operator()(const PhraseQuery& phrase) {
        if (phrase.units.empty()) return;
        const std::size_t number = number_of(phrase.field, phrase.units, "p");
        if (number != kTaken) take(number, phrase.units, true);
    }
    void operator()(const DateQuery&) {}
    void operator()(const AndQuery& all) { each(all.children); }
    void operator()(const OrQuery& either) { each(either.children); }
    void operator()(const NotQuery&) {}

    void each(const std::vector<QueryPtr>& children) {
        for (const QueryPtr& child : children) walk(*child);
    }

    static constexpr std::size_t kTaken = static_cast<std::size_t>(-1);

    /// The number of a word of the question; kTaken when the same was there before.
    std::size_t number_of(Field field, const std::vector<QueryUnit>& units,
                          const std::string& kind) {
        std::string key = kind;
        for (const QueryUnit& unit : units) {
            const std::vector<QueryTerm>& terms = unit.by_name_only ? unit.names : unit.words;
            for (const QueryTerm& term : terms) {
                key += ' ';
                key += kind == "p" ? term.term : term.stem;
            }
        }
        if (!seen.emplace(std::pair(field, key), matcher.word_count()).second) return kTaken;
        matcher.fields_.push_back(field);
        return matcher.word_count() - 1;
    }

    void take(std::size_t number, const std::vector<QueryUnit>& units, bool exact) {
        if (units.size() == 1 && !(exact && units.front().names.empty())) {
            take_unit(number, units.front());
        } else {
            take_phrase(number, units);
        }
    }

    void take_unit(std::size_t number, const QueryUnit& unit) {
        for (const QueryTerm& name : unit.names) take_form(number, name);
        const bool one_by_one = unit.may_be_apart || (unit.names.empty() && unit.words.size() == 1);
        if (one_by_one) {
            for (const QueryTerm& word : unit.words) take_form(number, word);
        } else if (!unit.by_name_only) {
            take_phrase(number, {unit});
        }
    }

    void take_form(std::size_t number, const QueryTerm& term) {
        const bool stems = term.kind == TokenKind::Word;
        (stems ? matcher.by_stem_ : matcher.by_term_)[stems ? term.stem : term.term].push_back(
            number);
        for (const std::string& stem : term.other_stems) matcher.by_stem_[stem].push_back(number);
    }

    void take_phrase(std::size_t number, const std::vector<QueryUnit>& units) {
        Phrase phrase{number, {}};
        for (const QueryUnit& unit : units) {
            Place place;
            for (const QueryTerm& name : unit.names) place.names.push_back(term_number(name));
            if (!unit.by_name_only) {
                for (const QueryTerm& word : unit.words) place.words.push_back(term_number(word));
            }
            phrase.places.push_back(std::move(place));
        }
        matcher.phrases_.push_back(std::move(phrase));
    }

    std::uint32_t term_number(const QueryTerm& term) {
        const auto next = static_cast<std::uint32_t>(matcher.phrase_terms_.size() + 1);
        return matcher.phrase_terms_.try_emplace(term.term, next).first->second;
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

/// Looks for phrases at positions of a text. A token that stands on several words leads to the
/// position behind them.
class TermMatcher::Walk {
  public:
    Walk(const TermMatcher& matcher, const std::vector<Token>& tokens) : tokens_(tokens) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto found = matcher.phrase_terms_.find(tokens[i].term);
            if (found == matcher.phrase_terms_.end()) continue;
            held_.push_back({tokens[i].position, found->second, i});
            end_ = std::max(end_, tokens[i].position + 1);
        }
        std::sort(held_.begin(), held_.end());
    }

    std::uint32_t end() const { return end_; }

    /// The tokens of `phrase` from `position` on; empty when it does not stand there.
    std::vector<std::size_t> at(const Phrase& phrase, std::uint32_t position) const {
        std::vector<std::size_t> path;
        if (!fits(phrase, 0, position, path)) path.clear();
        return path;
    }

  private:
    struct Held {
        std::uint32_t position;
        std::uint32_t term;
        std::size_t token;
        friend auto operator<=>(const Held&, const Held&) = default;
    };

    bool fits(const Phrase& phrase, std::size_t place, std::uint32_t position,
              std::vector<std::size_t>& path) const {
        if (place == phrase.places.size()) return true;
        const Place& here = phrase.places[place];
        const std::size_t kept = path.size();
        for (const std::uint32_t name : here.names) {
            if (fits_term(name, position, path, phrase, place)) return true;
            path.resize(kept);
        }
        if (here.words.empty()) return false;
        if (here.words.size() == 1) return fits_term(here.words[0], position, path, phrase, place);
        for (std::size_t i = 0; i < here.words.size(); ++i) {
            const std::optional<std::size_t> token =
                word_at(here.words[i], position + static_cast<std::uint32_t>(i));
            if (!token) return false;
            path.push_back(*token);
        }
        return fits(phrase, place + 1, position + static_cast<std::uint32_t>(here.words.size()),
                    path);
    }

    /// Each token with this term that begins at `position`, and the rest of the phrase behind it.
    bool fits_term(std::uint32_t term, std::uint32_t position, std::vector<std::size_t>& path,
                   const Phrase& phrase, std::size_t place) const {
        const Held first{position, term, 0};
        for (auto at = std::lower_bound(held_.begin(), held_.end(), first);
             at != held_.end() && at->position == position && at->term == term; ++at) {
            path.push_back(at->token);
            if (fits(phrase, place + 1, position + tokens_[at->token].width, path)) return true;
            path.pop_back();
        }
        return false;
    }

    std::optional<std::size_t> word_at(std::uint32_t term, std::uint32_t position) const {
        const auto at = std::lower_bound(held_.begin(), held_.end(), Held{position, term, 0});
        if (at == held_.end() || at->position != position || at->term != term) return std::nullopt;
        return at->token;
    }

    const std::vector<Token>& tokens_;
    std::vector<Held> held_;  ///< tokens of phrase terms, by position
    std::uint32_t end_ = 0;
};

void TermMatcher::find_phrases(const std::vector<Token>& tokens, Field place,
                               std::vector<TermMatch>& matches) const {
    const Walk walk(*this, tokens);
    for (const Phrase& phrase : phrases_) {
        if (!looks_in(phrase.word, place)) continue;
        for (std::uint32_t at = 0; at < walk.end() && matches.size() < kMaxMatches;) {
            const std::vector<std::size_t> path = walk.at(phrase, at);
            for (const std::size_t i : path)
                matches.push_back({{tokens[i].begin, tokens[i].end}, phrase.word, true});
            at = path.empty() ? at + 1 : tokens[path.back()].position + tokens[path.back()].width;
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
