// What a code point means to the tokenizer: the word-break properties of Unicode Standard Annex 29,
// cut down to what our rules ask. Internal to common/text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitrep {

enum class CharClass : std::uint8_t {
    Separator,
    Space,   ///< one that may stand inside a name: U+0020, U+00A0 and their thin relatives
    Letter,  ///< of an alphabet: what stands together is a word
    Digit,
    Extend,  ///< combining marks, soft hyphen, zero-widths: part of what stands before
    Dash,
    Apostrophe,
    Dot,
    Comma,
    Slash,
    Ampersand,
    Open,       ///< `(`
    Close,      ///< `)`
    Times,      ///< U+00D7
    Currency,   ///< a currency sign
    MiddleDot,  ///< joins letters only (Catalan)
    Complex,    ///< Han, kana, Thai and their like: words need a dictionary
};

/// Of a code point >= 0x80.
CharClass class_of_non_ascii(char32_t c);

namespace internal {
constexpr std::array<CharClass, 128> ascii_classes() {
    std::array<CharClass, 128> table = {};
    for (std::size_t c = 0; c < table.size(); ++c) {
        CharClass value = CharClass::Separator;
        if (c >= '0' && c <= '9') value = CharClass::Digit;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) value = CharClass::Letter;
        if (c == ' ') value = CharClass::Space;
        if (c == '-') value = CharClass::Dash;
        if (c == '\'' || c == '`') value = CharClass::Apostrophe;
        if (c == '.') value = CharClass::Dot;
        if (c == ',') value = CharClass::Comma;
        if (c == '/') value = CharClass::Slash;
        if (c == '&') value = CharClass::Ampersand;
        if (c == '(') value = CharClass::Open;
        if (c == ')') value = CharClass::Close;
        if (c == '$') value = CharClass::Currency;
        table[c] = value;
    }
    return table;
}
inline constexpr std::array<CharClass, 128> kAsciiClasses = ascii_classes();
}  // namespace internal

struct ClassifiedChar {
    CharClass kind = CharClass::Separator;
    unsigned length = 1;  ///< bytes
};

ClassifiedChar classify_non_ascii(std::string_view text, std::size_t at);

/// The character at `text[at]`, `at < text.size()`. Malformed bytes separate.
inline ClassifiedChar classify(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {internal::kAsciiClasses[first], 1};
    return classify_non_ascii(text, at);
}

/// A unit in one sign (`㎜`, `㎞`, `㎒`), which ends the word of the number before it.
bool is_unit_sign(char32_t c);

/// U+0027 and all that people and their editors write for it.
bool is_apostrophe(char32_t c);
/// Hyphens, dashes and the minus sign; not U+00AD, which is no character but a hint.
bool is_dash(char32_t c);

}  // namespace sitrep
