#include "text/stop_words.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sitrep;

TEST_CASE("stop words: one a line, comments and blanks left out") {
    const StopWords words = StopWords::parse("# a list\nthe\n  of # trailing\r\n\nand");
    CHECK(words.contains("the"));
    CHECK(words.contains("of"));
    CHECK(words.contains("and"));
    CHECK_FALSE(words.contains(""));
    CHECK_FALSE(words.contains("a"));
    CHECK_FALSE(words.contains("#"));
    CHECK_FALSE(StopWords().contains("the"));
}

}  // namespace
