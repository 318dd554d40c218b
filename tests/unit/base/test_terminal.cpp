#include "base/terminal.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sitrep;

TEST_CASE("terminal: text from files cannot steer it") {
    struct Row {
        std::string_view text;
        std::string_view shown;
    };
    const Row rows[] = {{"plain \xC3\xA9", "plain \xC3\xA9"},
                        {"\x1B[31mred", "^[[31mred"},
                        {"two\nlines\t", "two^Jlines^I"},
                        {std::string_view("nul\0", 4), "nul^@"},
                        {"\x7F", "^?"},
                        {"\xC2\x9B"
                         "31m",
                         "<U+009B>31m"},
                        {"\xE2\x80\xAE"
                         "txt.exe",
                         "<U+202E>txt.exe"},
                        {"\xE2\x80\xA8", "<U+2028>"},
                        {"bad\xFF\xC3", "bad\\xff\\xc3"}};
    for (const Row& row : rows) {
        CAPTURE(row.shown);
        CHECK(printable(row.text) == row.shown);
    }
}

TEST_CASE("terminal: a descriptor that is none has no colour") {
    CHECK_FALSE(is_terminal(-1));
    CHECK_FALSE(wants_colour(-1));
}

}  // namespace
