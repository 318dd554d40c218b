#include "text/language_code.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("language code: is the first part of a tag") {
    CHECK(language_code("en") == "en");
    CHECK(language_code("EN-us") == "en");
    CHECK(language_code("pt_BR") == "pt");
    CHECK(language_code("zh-Hant") == "zh");
    CHECK(language_code("eng") == "en");
    CHECK(language_code("haw") == "haw");
}

TEST_CASE("language code: is found by the language's name") {
    CHECK(language_code("English") == "en");
    CHECK(language_code("GERMAN") == "de");
    CHECK(language_code("Deutsch") == "de");
    CHECK(language_code("fran\u00E7ais") == "fr");
    CHECK(language_code("\u0420\u0443\u0441\u0441\u043A\u0438\u0439") == "ru");
}

TEST_CASE("language code: of what is no language there is none") {
    for (const char* text : {"", "e", "-", "e n", "{{ lang }}", "Newspeak", "\xff\xfe"})
        CHECK(language_code(text).empty());
    CHECK(language_code(std::string(100'000, 'e')).empty());
}
