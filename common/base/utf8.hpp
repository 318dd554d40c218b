// UTF-8 by hand, for loops that are too hot or too low for ICU: reading one code point, checking,
// counting. Nothing here knows what a character means.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
    char32_t value = kReplacement;
    unsigned length = 1;  ///< bytes taken, 1..4
    bool valid = false;
};

/// The code point at `text[at]` (`at < text.size()`). A malformed sequence gives U+FFFD, invalid,
/// with the length of its maximal subpart (Unicode 15, section 3.9, table 3-8).
CodePoint decode(std::string_view text, std::size_t at);

/// Appends `value`, which must be a Unicode scalar value.
void append(std::string& out, char32_t value);

bool is_valid(std::string_view text);

/// Code points in `text`; a malformed subpart counts as one.
std::size_t length(std::string_view text);

/// `text` with each malformed subpart replaced by U+FFFD; `replaced`, when given, is raised by
/// their number.
std::string repaired(std::string_view text, std::size_t* replaced = nullptr);

/// The largest position <= `at` that does not cut a code point of valid `text`.
std::size_t floor_boundary(std::string_view text, std::size_t at);

}  // namespace sitrep::utf8
