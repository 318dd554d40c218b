// Small questions about strings that more than one room asks. ASCII only: what letters mean in
// other scripts is the analyzer's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

constexpr bool is_ascii_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_alpha(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
/// A letter or digit, or a byte of a character that is not ASCII.
constexpr bool is_word_byte(char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}
constexpr char ascii_lower(char c) {
    return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char ascii_upper(char c) {
    return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string ascii_lower(std::string_view text);
std::string ascii_upper(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);
bool contains_ignoring_case(std::string_view text, std::string_view part);

using StringList = std::span<const std::string_view>;
bool is_one_of(std::string_view word, StringList words);
bool begins_with_any(std::string_view text, StringList beginnings);
bool ends_with_any(std::string_view text, StringList endings);
bool contains(std::string_view text, std::string_view part);
bool contains_any(std::string_view text, StringList parts);

/// Without ASCII white space and U+00A0 at either end.
std::string_view trimmed(std::string_view text);

/// Runs of ASCII white space and U+00A0 made one space, none at either end.
std::string collapsed_space(std::string_view text);

/// The pieces between `separator`s, empty ones included; one piece for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// `text` as one word of a POSIX shell: as it is where that is safe, else in single quotes.
std::string shell_quoted(std::string_view text);

/// `1 file`, `2 files`: the noun is one whose plural is made by an s.
std::string counted(std::uint64_t number, std::string_view noun);

/// The number of words: runs without white space that hold a letter, a digit or a non-ASCII byte;
/// of scripts that write words side by side (Han characters, kana, Thai, ...) two letters are one.
std::size_t count_words(std::string_view text);

}  // namespace sitrep
