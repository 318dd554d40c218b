#include "base/strings.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace sitrep;

TEST_CASE("strings: white space goes at the ends, no-break spaces too") {
    CHECK(trimmed(" \t a b \r\n").size() == 3);
    CHECK(trimmed("\xC2\xA0x\xC2\xA0 ") == "x");
    CHECK(trimmed(" \xC2\xA0 ").empty());
    CHECK(collapsed_space("  a \n\n b\xC2\xA0 c ") == "a b c");
    CHECK(collapsed_space("").empty());
}

TEST_CASE("strings: case of ASCII letters only") {
    CHECK(ascii_lower("AbC\xC3\x89") == "abc\xC3\x89");
    CHECK(equals_ignoring_case("Title", "tITLE"));
    CHECK_FALSE(equals_ignoring_case("Title", "Titl"));
    CHECK(contains_ignoring_case("We use Cookies", "cookie"));
    CHECK(contains_ignoring_case("any", ""));
    CHECK_FALSE(contains_ignoring_case("", "x"));
}

TEST_CASE("strings: words are counted without spaces, too") {
    CHECK(count_words("One ship, 2 boats - and \u00E9t\u00E9.") == 6);
    CHECK(count_words("\u4E2D\u56FD\u6D77\u519B\u65E5\u524D") == 3);
    CHECK(count_words("\u0E17\u0E2B\u0E32\u0E23") == 2);
    CHECK(count_words("\uD574\uAD70 \uD6C8\uB828") == 2);  // Korean has spaces
    CHECK(count_words("\xE4\xB8") == 1);
}

TEST_CASE("strings: splitting keeps empty pieces, joining undoes it") {
    CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
    CHECK(split(",", ',').size() == 2);
    CHECK(join({"a", "", "b"}, ", ") == "a, , b");
    CHECK(join({}, ",").empty());
}

TEST_CASE("strings: one of several words") {
    constexpr std::array<std::string_view, 2> kWords = {"navy", "yard"};
    CHECK(is_one_of("yard", kWords));
    CHECK_FALSE(is_one_of("Yard", kWords));
    CHECK_FALSE(is_one_of("", kWords));
}

TEST_CASE("strings: beginnings, endings and parts, one of several") {
    constexpr std::array<std::string_view, 2> kParts = {"photo", "by "};
    CHECK(begins_with_any("by Ada Long", kParts));
    CHECK_FALSE(begins_with_any("Seen by Ada Long", kParts));
    CHECK(ends_with_any("A photo", kParts));
    CHECK_FALSE(ends_with_any("A photograph", kParts));
    CHECK(contains_any("Seen by Ada Long", kParts));
    CHECK_FALSE(contains_any("Seen by", kParts));
    CHECK_FALSE(contains_any("", kParts));
    CHECK(contains("a photo b", "photo"));
    CHECK(contains("", ""));
}

TEST_CASE("strings: one of a thing, or several") {
    CHECK(counted(1, "file") == "1 file");
    CHECK(counted(0, "file") == "0 files");
    CHECK(counted(12, "article") == "12 articles");
}

TEST_CASE("strings: words hold a letter, a digit or more than ASCII") {
    CHECK(count_words("The F-35 flew - twice.") == 4);
    CHECK(count_words("\xE6\x97\xA5\xE6\x9C\xAC") == 1);
    CHECK(count_words(" -- !") == 0);
    CHECK(count_words("") == 0);
}

}  // namespace
