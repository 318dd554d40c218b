// Finds the words of an analysed question in tokens of a text.
#pragma once

#include "model/hit.hpp"
#include "search/query.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep {

/// One token that answers one word of the question. A token that answers two makes two.
struct TermMatch {
    ByteRange range;
    std::size_t word = 0;  ///< below word_count()
    bool in_phrase = false;
    friend bool operator==(const TermMatch&, const TermMatch&) = default;
};

class TermMatcher {
  public:
    /// Takes what is to be found: not what stands under a NOT, no stop words.
    explicit TermMatcher(const Query& query);

    /// Matches in a text of `place` (Body, Title, Deck, or Section for a heading), whose stems are
    /// of `language`, by begin, then word: words without a field, and words of this field. A word
    /// matches by its stem, a name in any of its spellings, a phrase where its exact words stand
    /// side by side, a pattern in any of its forms, words that shall stand near one another where
    /// they do; what a word was expanded with matches as that word. At most kMaxMatches; time is
    /// bounded by tokens times the question's phrase words, and by kMaxSteps.
    std::vector<TermMatch> find(const std::vector<Token>& tokens, Field place,
                                std::string_view language = "en") const;

    /// Different words and phrases of the question.
    std::size_t word_count() const { return fields_.size(); }
    bool asks_for(Field field) const {
        return std::find(fields_.begin(), fields_.end(), field) != fields_.end();
    }
    Field field_of(std::size_t word) const { return fields_[word]; }

    static constexpr std::size_t kMaxMatches = 10'000;
    /// Words of a text held against places of phrases; where texts are made to cost more, what
    /// comes after is not marked.
    static constexpr std::size_t kMaxSteps = 2'000'000;

  private:
    using Forms = std::map<std::string, std::vector<std::size_t>, std::less<>>;
    /// What may stand at one place of a phrase: one of some names, or words one by one.
    struct Place {
        std::vector<std::uint32_t> names = {};  ///< numbers of phrase_terms_, ascending
        std::vector<std::uint32_t> words = {};  ///< likewise, as they stand; empty: names only
        bool is_loose = false;                  ///< other words may stand before it
    };
    using Places = std::vector<Place>;
    struct Phrase {
        std::size_t word;
        Places places;
        std::uint32_t slack = 0;  ///< how many other words may stand before loose places, in all
    };
    struct Collector;
    class Walk;

    bool looks_in(std::size_t word, Field place) const {
        return fields_[word] == Field::Body || fields_[word] == place;
    }
    void find_words(const Forms& forms, std::string_view form, const Token& token, Field place,
                    std::vector<TermMatch>& matches) const;
    void find_phrases(const std::vector<Token>& tokens, Field place,
                      std::vector<TermMatch>& matches) const;

    std::vector<Field> fields_;                                  ///< by word
    Forms by_stem_;                                              ///< plain words
    std::map<std::string, Forms, std::less<>> by_foreign_stem_;  ///< likewise, by language
    Forms by_term_;  ///< designators, numbers: as they are
    std::map<std::string, std::uint32_t, std::less<>> phrase_terms_;
    std::vector<Phrase> phrases_;
};

}  // namespace sitrep
