// What a word looks like, before anything is known of what it means. Internal to common/text.
#pragma once

#include "base/strings.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sitrep {

inline bool is_digits(std::string_view term) {
    return !term.empty() && std::all_of(term.begin(), term.end(), is_ascii_digit);
}

/// ASCII letters only.
inline bool is_letters(std::string_view term) {
    return !term.empty() &&
           std::all_of(term.begin(), term.end(), [](char c) { return is_ascii_alpha(c); });
}

/// Letters of any script: no digit, no punctuation of ASCII.
inline bool is_word_of_letters(std::string_view term) {
    return !term.empty() && std::all_of(term.begin(), term.end(), [](char c) {
        return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
    });
}

inline bool is_alphanumeric(std::string_view term) {
    return !term.empty() && std::all_of(term.begin(), term.end(), [](char c) {
        return is_ascii_alpha(c) || is_ascii_digit(c);
    });
}

/// A whole or decimal number: `1200`, `5.56`.
inline bool is_number(std::string_view term) {
    return !term.empty() && is_ascii_digit(term[0]) &&
           std::all_of(term.begin(), term.end(),
                       [](char c) { return is_ascii_digit(c) || c == '.'; });
}

inline bool has_digit(std::string_view term) {
    return std::any_of(term.begin(), term.end(), is_ascii_digit);
}

/// No small letter of ASCII, but for the s of a plural: `DDGs`.
inline bool is_capitals(std::string_view raw) {
    if (raw.size() > 1 && raw.back() == 's') raw.remove_suffix(1);
    return std::none_of(raw.begin(), raw.end(), is_ascii_lower);
}

/// Digits that a reader takes for a year.
inline bool is_year(std::string_view digits) {
    return digits.size() == 4 && is_digits(digits) && digits >= "1800" && digits <= "2099";
}

}  // namespace sitrep
