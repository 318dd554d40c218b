#include "base/utf8.hpp"
#include "text/normalizer.hpp"

#include <doctest/doctest.h>

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
