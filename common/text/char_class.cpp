#include "text/char_class.hpp"

#include "base/utf8.hpp"

#include <unicode/uchar.h>

namespace sitrep {
namespace {

bool is_inner_space(char32_t c) {
    return c == 0x00A0 || c == 0x2007 || c == 0x2009 || c == 0x200A || c == 0x202F;
}

bool needs_dictionary(UChar32 c) {
    return u_hasBinaryProperty(c, UCHAR_ALPHABETIC) != 0 ||
           u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
}

CharClass class_by_word_break(UChar32 c) {
    if (u_charType(c) == U_CURRENCY_SYMBOL) return CharClass::Currency;
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
        case U_WB_ALETTER:
        case U_WB_HEBREW_LETTER:
            return CharClass::Letter;
        case U_WB_NUMERIC:
            return CharClass::Digit;
        case U_WB_EXTEND:
        case U_WB_FORMAT:
        case U_WB_ZWJ:
            return CharClass::Extend;
        case U_WB_KATAKANA:
            return CharClass::Complex;
        case U_WB_OTHER:
            return needs_dictionary(c) ? CharClass::Complex : CharClass::Separator;
        default:
            return CharClass::Separator;
    }
}

}  // namespace

bool is_unit_sign(char32_t c) { return c >= 0x3371 && c <= 0x33DF; }

bool is_apostrophe(char32_t c) {
    switch (c) {
        case 0x0027:
        case 0x0060:
        case 0x00B4:
        case 0x02B9:
        case 0x02BB:
        case 0x02BC:
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:
        case 0xFF07:
            return true;
        default:
            return false;
    }
}

bool is_dash(char32_t c) {
    return c == 0x002D || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 ||
           c == 0xFE63 || c == 0xFF0D;
}

CharClass class_of_non_ascii(char32_t c) {
    if (is_dash(c)) return CharClass::Dash;
    if (is_apostrophe(c)) return CharClass::Apostrophe;
    if (is_inner_space(c)) return CharClass::Space;
    if (is_unit_sign(c)) return CharClass::Letter;
    switch (c) {
        case 0x2024:
        case 0xFE52:
        case 0xFF0E:
            return CharClass::Dot;
        case 0x00D7:
            return CharClass::Times;
        case 0xFF08:
            return CharClass::Open;
        case 0xFF09:
            return CharClass::Close;
        case 0xFF0F:
            return CharClass::Slash;
        case 0x00B7:
        case 0x2027:
            return CharClass::MiddleDot;
        case 0x200B:  // a break where a line may end; inside a word it is invisible
        case 0x2060:
        case 0xFEFF:
            return CharClass::Extend;
        default:
            return class_by_word_break(static_cast<UChar32>(c));
    }
}

ClassifiedChar classify_non_ascii(std::string_view text, std::size_t at) {
    const utf8::CodePoint point = utf8::decode(text, at);
    return {point.valid ? class_of_non_ascii(point.value) : CharClass::Separator, point.length};
}

}  // namespace sitrep
