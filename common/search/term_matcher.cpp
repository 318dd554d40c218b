#include "search/term_matcher.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace sitrep {

/// Walks the question; each word is taken once, however often it stands there.
struct TermMatcher::Collector {
    TermMatcher& matcher;
    std::map<std::pair<Field, std::string>, std::size_t> seen = {};

    void walk(const Query& query) {
        if (std::holds_alternative<NotQuery>(query.node)) return;
        if (const auto* near = std::get_if<NearQuery>(&query.node)) return take_near(*near);
        each_child(query, [this](const Query& child) { walk(child); });
        if (const auto* word = std::get_if<WordQuery>(&query.node)) take_word(*word);
        if (const auto* run = std::get_if<RunQuery>(&query.node)) take_run(*run);
        if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) take_quoted(*phrase);
        if (const auto* pattern = std::get_if<PatternQuery>(&query.node)) take_pattern(*pattern);
    }

    void take_word(const WordQuery& word) {
        if (word.units.empty() || is_stop_word(word)) return;
        const std::size_t number = number_of(word.field, word.units, "w");
        if (number == kTaken) return;
        take(number, word.units, false);
        for (const QueryExpansion& expansion : word.expansions)
            take(number, expansion.units, false);
    }
    void take_run(const RunQuery& run) {
        for (const QueryExpansion& expansion : run.expansions) {
            const Field field = std::get<WordQuery>(run.words.front()->node).field;
            const std::size_t number = number_of(field, expansion.units, "w");
            if (number != kTaken) take(number, expansion.units, false);
        }
    }
    void take_quoted(const PhraseQuery& phrase) {
        if (phrase.units.empty()) return;
        const std::size_t number = number_of(phrase.field, phrase.units, "p");
        if (number != kTaken) take(number, phrase.units, true);
    }
    void take_pattern(const PatternQuery& pattern) {
        const std::size_t number = new_word(pattern.field);
        for (const PatternForm& form : pattern.forms) matcher.by_term_[form.term].push_back(number);
    }

    std::size_t new_word(Field field) {
        matcher.fields_.push_back(field);
        return matcher.word_count() - 1;
    }

    /// In every order that the operands may stand in, one phrase with room between.
    void take_near(const NearQuery& near) {
        std::vector<std::vector<Places>> operands;
        Field field = Field::Body;
        for (const QueryPtr& child : near.children) {
            operands.emplace_back();
            add_places(*child, operands.back(), field);
        }
        const std::size_t number = new_word(field);
        std::vector<std::size_t> order(operands.size());
        std::iota(order.begin(), order.end(), 0);
        do {
            Phrase phrase{number, {}, near.distance - 1};
            add_loose(operands, order, 0, phrase);
        } while (!near.in_order && std::next_permutation(order.begin(), order.end()));
    }

    /// What may stand for one operand; single words and names are one place together.
    void add_places(const Query& query, std::vector<Places>& all, Field& field) {
        each_child(query, [&](const Query& child) { add_places(child, all, field); });
        Places places;
        if (const auto* pattern = std::get_if<PatternQuery>(&query.node)) {
            field = pattern->field;
            places.emplace_back();
            for (const PatternForm& form : pattern->forms)
                places[0].names.push_back(term_number(form.term));
            std::sort(places[0].names.begin(), places[0].names.end());
        } else if (const auto* word = std::get_if<WordQuery>(&query.node)) {
            field = word->field;
            places = places_of(word->units);
        } else if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) {
            field = phrase->field;
            places = places_of(phrase->units);
        }
        if (!places.empty()) all.push_back(std::move(places));
    }

    /// `phrase` with each of the operands from `order[at]` on behind it.
    void add_loose(const std::vector<std::vector<Places>>& operands,
                   const std::vector<std::size_t>& order, std::size_t at, const Phrase& phrase) {
        constexpr std::size_t kMostPhrases = 256;
        if (matcher.phrases_.size() >= kMostPhrases) return;
        if (at == order.size()) {
            matcher.phrases_.push_back(phrase);
            return;
        }
        for (const Places& places : operands[order[at]]) {
            Phrase longer = phrase;
            const std::size_t first = longer.places.size();
            longer.places.insert(longer.places.end(), places.begin(), places.end());
            longer.places[first].is_loose = first > 0;
            add_loose(operands, order, at + 1, longer);
        }
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
        return new_word(field);
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
        for (const ForeignStem& foreign : term.foreign_stems)
            matcher.by_foreign_stem_[foreign.language][foreign.stem].push_back(number);
    }

    void take_phrase(std::size_t number, const std::vector<QueryUnit>& units) {
        matcher.phrases_.push_back({number, places_of(units)});
    }

    Places places_of(const std::vector<QueryUnit>& units) {
        Places places;
        for (const QueryUnit& unit : units) {
            Place place;
            for (const QueryTerm& name : unit.names) place.names.push_back(term_number(name.term));
            std::sort(place.names.begin(), place.names.end());
            if (!unit.by_name_only) {
                for (const QueryTerm& word : unit.words)
                    place.words.push_back(term_number(word.term));
            }
            places.push_back(std::move(place));
        }
        return places;
    }

    std::uint32_t term_number(const std::string& term) {
        const auto next = static_cast<std::uint32_t>(matcher.phrase_terms_.size() + 1);
        return matcher.phrase_terms_.try_emplace(term, next).first->second;
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
    std::vector<std::size_t> at(const Phrase& phrase, std::uint32_t position) {
        std::vector<std::size_t> path;
        if (!fits(phrase, 0, position, phrase.slack, path)) path.clear();
        return path;
    }

  private:
    struct Held {
        std::uint32_t position;
        std::uint32_t term;
        std::size_t token;
        friend auto operator<=>(const Held&, const Held&) = default;
    };

    /// Whether the phrase goes on at `position`, or behind `slack` other words where it may.
    bool fits(const Phrase& phrase, std::size_t place, std::uint32_t position, std::uint32_t slack,
              std::vector<std::size_t>& path) {
        if (place == phrase.places.size()) return true;
        const Place& here = phrase.places[place];
        const std::uint32_t last = position + (here.is_loose ? slack : 0);
        const std::size_t kept = path.size();
        for (auto at = std::lower_bound(held_.begin(), held_.end(), Held{position, 0, 0});
             at != held_.end() && at->position <= last && steps_ < kMaxSteps; ++at, ++steps_) {
            const std::uint32_t behind = take_place(here, *at, path);
            if (behind != 0 &&
                fits(phrase, place + 1, behind, slack - (at->position - position), path))
                return true;
            path.resize(kept);
        }
        return false;
    }

    /// The position behind what stands at `place`, when it begins with the token `at`; else 0.
    std::uint32_t take_place(const Place& place, const Held& at,
                             std::vector<std::size_t>& path) const {
        const bool is_name = std::binary_search(place.names.begin(), place.names.end(), at.term);
        if (is_name || (place.words.size() == 1 && place.words[0] == at.term)) {
            path.push_back(at.token);
            return at.position + tokens_[at.token].width;
        }
        if (place.words.empty() || place.words[0] != at.term) return 0;
        for (std::size_t i = 0; i < place.words.size(); ++i) {
            const std::optional<std::size_t> token =
                word_at(place.words[i], at.position + static_cast<std::uint32_t>(i));
            if (!token) return 0;
            path.push_back(*token);
        }
        return at.position + static_cast<std::uint32_t>(place.words.size());
    }

    std::optional<std::size_t> word_at(std::uint32_t term, std::uint32_t position) const {
        const auto at = std::lower_bound(held_.begin(), held_.end(), Held{position, term, 0});
        if (at == held_.end() || at->position != position || at->term != term) return std::nullopt;
        return at->token;
    }

    const std::vector<Token>& tokens_;
    std::vector<Held> held_;  ///< tokens of phrase terms, by position
    std::uint32_t end_ = 0;
    std::size_t steps_ = 0;
};

void TermMatcher::find_phrases(const std::vector<Token>& tokens, Field place,
                               std::vector<TermMatch>& matches) const {
    Walk walk(*this, tokens);
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

std::vector<TermMatch> TermMatcher::find(const std::vector<Token>& tokens, Field place,
                                         std::string_view language) const {
    std::vector<TermMatch> matches;
    const auto foreign = by_foreign_stem_.find(language);
    for (const Token& token : tokens) {
        if (matches.size() >= kMaxMatches) break;
        find_words(by_stem_, token.stem, token, place, matches);
        if (foreign != by_foreign_stem_.end())
            find_words(foreign->second, token.stem, token, place, matches);
        find_words(by_term_, token.term, token, place, matches);
    }
    if (!phrases_.empty()) find_phrases(tokens, place, matches);
    std::sort(matches.begin(), matches.end(), [](const TermMatch& a, const TermMatch& b) {
        return std::pair(a.range.begin, a.word) < std::pair(b.range.begin, b.word);
    });
    return matches;
}

}  // namespace sitrep
