#include "text/korean.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("korean: particles go, the word stays") {
    for (const std::string_view word :
         {"미국", "미국은", "미국의", "미국이", "미국에서", "미국에서는", "미국으로"}) {
        CAPTURE(word);
        CHECK(korean_stem(word) == "미국");
    }
    CHECK(korean_stem("미사일을") == "미사일");
}

TEST_CASE("korean: two syllables stay, and what is no Hangul") {
    CHECK(korean_stem("나는") == "나는");
    CHECK(korean_stem("은") == "은");
    CHECK(is_hangul("미국"));
    CHECK_FALSE(is_hangul("미국a"));
    CHECK_FALSE(is_hangul(""));
}
