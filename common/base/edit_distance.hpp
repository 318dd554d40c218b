// How many letters differ between words: left out, added, other, or two neighbours swapped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// Measures many words against one.
class EditDistance {
  public:
    /// `word` is valid UTF-8; letters are code points. Words of more than kLongest letters are near
    /// nothing.
    EditDistance(std::string_view word, unsigned most);

    /// The distance of `other`, if it is `most` at most: that of optimal string alignment
    /// (Damerau 1964, no letter touched twice).
    std::optional<unsigned> of(std::string_view other) const;

    static constexpr std::size_t kLongest = 64;

  private:
    std::u32string word_;
    std::size_t bytes_;
    unsigned most_;
};

}  // namespace sitrep
