#include "text/normalizer.hpp"

#include "base/strings.hpp"
#include "text/char_class.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace sitrep {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_kept_punctuation(char32_t c) { return c == '\'' || c == '.' || c == ',' || c == 0x00B7; }

std::string fold_ascii(std::string_view word) {
    std::string out;
    out.reserve(word.size());
    for (const char c : word) {
        if (is_ascii_alpha(c) || is_ascii_digit(c)) {
            out.push_back(ascii_lower(c));
        } else if (is_apostrophe(static_cast<unsigned char>(c))) {
            out.push_back('\'');
        } else if (is_kept_punctuation(static_cast<unsigned char>(c))) {
            out.push_back(c);
        }
    }
    return out;
}

UScriptCode script_of(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

/// Whether a reader of the script leaves `mark` out and still writes the same word.
bool is_optional_mark(UChar32 base, UChar32 mark) {
    switch (script_of(base)) {
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_COMMON:
        case USCRIPT_HEBREW:
            return true;
        case USCRIPT_ARABIC:
            return (mark >= 0x064B && mark <= 0x0655) || mark == 0x0670;
        case USCRIPT_CYRILLIC:  // stress, and ё printed as е; й is a letter of its own
            return mark == 0x0300 || mark == 0x0301 || (base == 0x0435 && mark == 0x0308);
        default:
            return false;
    }
}

/// Arabic letters that readers type for one another (Larkey, Ballesteros and Connell 2002): alef
/// wasla, alef maksura, teh marbuta, and the Persian forms of kaf and yeh. Hamza and madda go with
/// the marks.
UChar32 common_letter(UChar32 c) {
    switch (c) {
        case 0x0671:
            return 0x0627;
        case 0x0649:
        case 0x06CC:
            return 0x064A;
        case 0x0629:
            return 0x0647;
        case 0x06A9:
            return 0x0643;
        default:
            return c;
    }
}

}  // namespace

struct Normalizer::Tools {
    const icu::Normalizer2* casefold = nullptr;
    const icu::Normalizer2* decompose = nullptr;
    const icu::Normalizer2* compose = nullptr;

    Tools() {
        UErrorCode status = U_ZERO_ERROR;
        casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
        decompose = icu::Normalizer2::getNFDInstance(status);
        compose = icu::Normalizer2::getNFCInstance(status);
    }

    icu::UnicodeString apply(const icu::Normalizer2* form, const icu::UnicodeString& text) const {
        UErrorCode status = U_ZERO_ERROR;
        if (form == nullptr) return text;
        icu::UnicodeString out = form->normalize(text, status);
        return U_SUCCESS(status) ? out : text;
    }
};

namespace {

struct LatinLetter {
    char16_t letter;
    std::string_view plain;
};

/// Ascending. A table of our own: ICU takes tens of milliseconds to make a transliterator, more
/// than all else that a question costs.
constexpr LatinLetter kLatinLetters[] = {
#include "text/latin_letters.inc"
};

const LatinLetter* latin_letter(char16_t unit) {
    const auto* found = std::lower_bound(
        std::begin(kLatinLetters), std::end(kLatinLetters), unit,
        [](const LatinLetter& row, char16_t wanted) { return row.letter < wanted; });
    return found != std::end(kLatinLetters) && found->letter == unit ? found : nullptr;
}

/// Letters that decomposing left as they are (ł, ø, đ, ı) made those of ASCII; whether there were
/// any.
bool make_latin_plain(icu::UnicodeString& text) {
    icu::UnicodeString out;
    bool has_changed = false;
    for (std::int32_t i = 0; i < text.length(); ++i) {  // none of them is outside the first plane
        const char16_t unit = text.charAt(i);
        const LatinLetter* row = unit < 0x80 ? nullptr : latin_letter(unit);
        if (row == nullptr) {
            out.append(unit);
            continue;
        }
        has_changed = true;
        for (const char c : row->plain) out.append(static_cast<char16_t>(c));
    }
    if (has_changed) text = out;
    return has_changed;
}

/// Decomposed text without optional marks and all that is no part of a word.
icu::UnicodeString filtered(const icu::UnicodeString& text) {
    icu::UnicodeString out;
    UChar32 base = 0;
    for (std::int32_t i = 0; i < text.length();) {
        const UChar32 c = text.char32At(i);
        i += U16_LENGTH(c);
        if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
            out.append(static_cast<UChar32>('0' + u_charDigitValue(c)));
            base = '0';
        } else if ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) {
            if (base != 0 && !is_optional_mark(base, c)) out.append(c);
        } else if (is_apostrophe(static_cast<char32_t>(c))) {
            out.append(static_cast<UChar32>('\''));
        } else if (u_isUAlphabetic(c) != 0 || u_isalnum(c) != 0 ||
                   is_kept_punctuation(static_cast<char32_t>(c))) {
            if (c == 0x0640) continue;  // Arabic tatweel only stretches the line
            out.append(common_letter(c));
            base = c;
        }
    }
    return out;
}

}  // namespace

Normalizer::Normalizer() = default;
Normalizer::Normalizer(Normalizer&&) noexcept = default;
Normalizer& Normalizer::operator=(Normalizer&&) noexcept = default;
Normalizer::~Normalizer() = default;

Normalizer::Tools& Normalizer::tools() {
    if (!tools_) tools_ = std::make_unique<Tools>();
    return *tools_;
}

std::string Normalizer::fold(std::string_view word) {
    if (is_ascii(word)) return fold_ascii(word);
    Tools& with = tools();
    const icu::StringPiece bytes(word.data(), static_cast<std::int32_t>(word.size()));
    icu::UnicodeString text = with.apply(with.casefold, icu::UnicodeString::fromUTF8(bytes));
    text = filtered(with.apply(with.decompose, text));
    if (make_latin_plain(text)) {
        // What it writes may hold capitals and marks of its own.
        text = filtered(with.apply(with.decompose, with.apply(with.casefold, text)));
    }
    text = with.apply(with.compose, text);
    while (text.endsWith(static_cast<UChar>(0x00B7))) text.truncate(text.length() - 1);  // of ŀ
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace sitrep
