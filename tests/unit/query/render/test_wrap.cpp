#include "query/render/marked_text.hpp"
#include "query/render/wrap.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("wrap: lines end between words, within the width, and all but the first are indented") {
    CHECK(wrapped("one two three", 11, 4, 4) == "one two\n    three");
    CHECK(wrapped("one two three", 80, 4, 4) == "one two three");
    CHECK(wrapped("", 10, 0, 2).empty());
}

TEST_CASE("wrap: a word that is too long stays whole, on a line of its own") {
    CHECK(wrapped("a /long/path/name b", 6, 0, 1) == "a\n /long/path/name\n b");
}

TEST_CASE("wrap: colours and links take no room, wide characters two columns") {
    const std::string match = marked("one two", {{0, 3}}, true);
    CHECK(wrapped(match, 7, 0, 0) == match);
    const std::string link = linked("one", "https://example.org/a-long-address");
    CHECK(wrapped(link + " two", 7, 0, 0) == link + " two");
    CHECK(wrapped("演習 演習", 8, 0, 0) == "演習\n演習");
}
