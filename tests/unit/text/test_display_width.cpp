#include "text/display_width.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

TEST_CASE("display width: wide characters take two columns, marks none") {
    CHECK(display_width("Łódź") == 4);
    CHECK(display_width("演習") == 4);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("ＡＢ") == 4);
    CHECK(display_width("…█") == 2);
    CHECK(display_width("") == 0);
}

TEST_CASE("display width: a text is cut before what does not fit, behind the marks that do") {
    CHECK(bytes_within("演習", 3) == 3);
    CHECK(bytes_within("e\u0301x", 1) == 3);
    CHECK(bytes_within("abc", 5) == 3);
    CHECK(bytes_within("abc", 0) == 0);
}
