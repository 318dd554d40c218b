// How many letters differ between words: left out, added, other, or two neighbours swapped.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// Measures many words against one.
class EditDistance {
  public:
    /// `word` is valid UTF-8; letters are code points. To one of more than kLongest letters
    /// nothing is near.
    EditDistance(std::string_view word, unsigned most);

    struct Measure {
        /// If it is `most` at most: that of optimal string alignment (Damerau 1964, no letter
        /// touched twice).
        std::optional<unsigned> distance;
        /// What begins with so many bytes of the measured word is too far; 0 where that is not
        /// known.
        std::size_t too_far_by = 0;
    };
    /// Reads of `other` what it takes to know.
    Measure measure(std::string_view other) const;
    std::optional<unsigned> of(std::string_view other) const { return measure(other).distance; }

    static constexpr std::size_t kLongest = 64;

  private:
    std::u32string word_;
    unsigned most_;
};

}  // namespace sitrep
