// The words that the articles hold, for what a question cannot know: which words fit a pattern, and
// which was meant by a misspelled one.
#pragma once

#include "base/edit_distance.hpp"
#include "search/query.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace sitrep {

/// What somebody looking through the list says of a word.
struct WordVerdict {
    bool is_wanted = false;
    /// No word that begins with so many bytes of it is wanted; 0: that is not known.
    std::size_t hopeless = 0;
};
using WordJudge = std::function<WordVerdict(std::string_view)>;

/// Wants what is near enough. `distance` must outlive it.
inline WordJudge near_words(const EditDistance& distance) {
    return [&distance](std::string_view word) -> WordVerdict {
        const EditDistance::Measure measure = distance.measure(word);
        return {measure.distance.has_value(), measure.too_far_by};
    };
}

class TermSource {
  public:
    TermSource() = default;
    TermSource(const TermSource&) = delete;
    TermSource& operator=(const TermSource&) = delete;
    virtual ~TermSource() = default;

    /// Words and names of `field` that begin with `beginning` and are wanted, in the order of
    /// bytes. An empty beginning reads the whole list but for what is hopeless: a tenth of a second
    /// for a million words.
    virtual std::vector<PatternForm> terms(Field field, std::string_view beginning,
                                           const WordJudge& judge) = 0;

    /// How many articles hold the word, in this form or another of its stem's.
    virtual std::uint64_t articles_with(Field field, const QueryTerm& word) = 0;
};

}  // namespace sitrep
