#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace sitrep;

TEST_CASE("utf8: every scalar value survives writing and reading") {
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        utf8::append(text, c);
        const utf8::CodePoint read = utf8::decode(text, 0);
        REQUIRE(read.valid);
        REQUIRE(read.value == c);
        REQUIRE(read.length == text.size());
        REQUIRE(utf8::is_valid(text));
    }
}

TEST_CASE("utf8: malformed sequences are known, with the length of their maximal subpart") {
    struct Row {
        std::string_view bytes;
        unsigned length;
    };
    const Row rows[] = {{"\x80", 1},         {"\xC0\x80", 1},     {"\xC1\xBF", 1},
                        {"\xE0\x80\x80", 1}, {"\xED\xA0\x80", 1}, {"\xF4\x90\x80", 1},
                        {"\xF5\x80", 1},     {"\xFF", 1},         {"\xC3", 1},
                        {"\xE2\x80", 2},     {"\xF0\x9F\x98", 3}, {"\xE2\x80x", 2},
                        {"\xF0\x9Fx", 2},    {"\xC3(", 1}};
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        const utf8::CodePoint read = utf8::decode(row.bytes, 0);
        CHECK_FALSE(read.valid);
        CHECK(read.value == utf8::kReplacement);
        CHECK(read.length == row.length);
        CHECK_FALSE(utf8::is_valid(row.bytes));
    }
}

TEST_CASE("utf8: repairs each subpart once, and counts") {
    std::size_t replaced = 0;
    CHECK(utf8::repaired("a\xE2\x80z\xFF\xFF", &replaced) ==
          "a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(replaced == 3);
    CHECK(utf8::repaired("sound") == "sound");
    CHECK(utf8::length("a\xC3\xA9\xE2\x80\x94") == 3);
    CHECK(utf8::length("\xFF\xFF") == 2);
}

TEST_CASE("utf8: a boundary is never inside a code point") {
    const std::string_view text = "a\xE2\x80\x94z";
    CHECK(utf8::floor_boundary(text, 0) == 0);
    CHECK(utf8::floor_boundary(text, 1) == 1);
    CHECK(utf8::floor_boundary(text, 2) == 1);
    CHECK(utf8::floor_boundary(text, 3) == 1);
    CHECK(utf8::floor_boundary(text, 4) == 4);
    CHECK(utf8::floor_boundary(text, text.size()) == text.size());
    CHECK(utf8::floor_boundary(text, 99) == text.size());
}

}  // namespace
