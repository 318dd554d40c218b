#include "base/utf8.hpp"
#include "text/normalizer.hpp"

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <memory>
#include <set>
#include <string>

namespace {

using namespace sitrep;

TEST_CASE("normalizer: one form for all spellings of a word") {
    struct Row {
        std::string_view word;
        std::string_view folded;
    };
    const Row rows[] = {
        {"Japan", "japan"},
        {"Łódź", "lodz"},
        {"Øresund", "oresund"},
        {"Đilas", "dilas"},
        {"ılıca", "ilica"},
        {"İzmir", "izmir"},
        {"Straße", "strasse"},
        {"Ægir", "aegir"},
        {"œuvre", "oeuvre"},
        {"Þór", "thor"},
        {"e\xCC\x81te\xCC\x81", "ete"},
        {"ﬁne", "fine"},
        {"Ｆ３５", "f35"},
        {"٣٥", "35"},
        {"ΕΛΛΆΔΑ", "ελλαδα"},
        {"Ёлка", "елка"},
        {"Йод", "йод"},
        {"القُرآن", "القران"},
        {"أوكرانيا", "اوكرانيا"},
        {"إيران", "ايران"},
        {"مدرسة", "مدرسه"},
        {"على", "علي"},
        {"ایران", "ايران"},
        {"کی", "كي"},
        {"हिन्दी", "हिन्दी"},
        {"한국", "한국"},
        {"がく", "がく"},
        {"soft\xC2\xADhyphen", "softhyphen"},
        {"zero\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBFwidth", "zerowidth"},
        {"Japan\xE2\x80\x99s", "japan's"},
        {"Hawai\xCA\xBBi", "hawai'i"},
        {"co\xC5\x80legi", "col\xC2\xB7legi"},  // the dot of l·l parts letters, it ends no word
        {"co\xC5\x80", "col"},
        {"\xE2\x80\x8B", ""},
    };
    Normalizer normalizer;
    for (const Row& row : rows) {
        CAPTURE(row.word);
        CHECK(normalizer.fold(row.word) == row.folded);
    }
}

TEST_CASE("normalizer: folding twice changes nothing, for every character there is") {
    Normalizer normalizer;
    std::size_t changed = 0;
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        if (c == 0x3400) c = 0x9FF0;  // ideographs: all alike
        if (c == 0x20000) c = 0x2F800;
        if (c == 0x30000) c = 0xE0000;
        if (c == 0xE0200) break;
        std::string word = "x";
        utf8::append(word, c);
        word += "y";
        const std::string once = normalizer.fold(word);
        if (!utf8::is_valid(once) || normalizer.fold(once) != once) {
            ++changed;
            MESSAGE("U+" << std::hex << static_cast<unsigned>(c) << " gives " << once);
        }
    }
    CHECK(changed == 0);
}

}  // namespace

/// What ICU's transliterator makes of a letter that folding met; empty when it leaves it.
static std::string icu_plain(icu::Transliterator& latin_to_ascii, UChar32 letter) {
    icu::UnicodeString text(letter);
    latin_to_ascii.transliterate(text);
    std::string plain;
    if (text != icu::UnicodeString(letter)) text.toUTF8String(plain);
    return plain;
}

TEST_CASE("normalizer: the table of Latin letters is ICU's") {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    const std::unique_ptr<icu::Transliterator> latin_to_ascii(
        icu::Transliterator::createInstance("[:Latin:] Latin-ASCII", UTRANS_FORWARD, status));
    REQUIRE(U_SUCCESS(status));
    Normalizer normalizer;
    std::set<UChar32> seen;
    for (UChar32 c = 0x80; c < 0x110000; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        const icu::UnicodeString text =
            decompose->normalize(casefold->normalize(icu::UnicodeString(c), status), status);
        for (std::int32_t i = 0; i < text.length(); i += U16_LENGTH(text.char32At(i))) {
            const UChar32 letter = text.char32At(i);
            UErrorCode ignored = U_ZERO_ERROR;
            if (letter < 0x80 || uscript_getScript(letter, &ignored) != USCRIPT_LATIN) continue;
            if (!seen.insert(letter).second) continue;
            const std::string plain = icu_plain(*latin_to_ascii, letter);
            if (plain.empty()) continue;
            std::string spelled;
            icu::UnicodeString(letter).toUTF8String(spelled);
            INFO("for latin_letters.inc: {0x", std::hex, letter, ", \"", plain, "\"},");
            CHECK(normalizer.fold("x" + spelled) == normalizer.fold("x" + plain));
        }
    }
    CHECK(seen.size() > 400);
}
