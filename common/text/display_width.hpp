// How many columns of a terminal a text takes.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

/// Columns of `text` without control characters: wide and full-width characters take two (Unicode
/// Standard Annex 11), marks that stand on another none; an ambiguous one takes one.
std::size_t display_width(std::string_view text);

/// The bytes of the longest beginning that takes at most `columns`; never parts a mark from its
/// letter.
std::size_t bytes_within(std::string_view text, std::size_t columns);

}  // namespace sitrep
