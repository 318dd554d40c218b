#include "text/han.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("han: each two characters of a longer word") {
    using Pairs = std::vector<std::string_view>;
    CHECK(han_pairs("解放军") == Pairs{"解放", "放军"});
    CHECK(han_pairs("軍事演習") == Pairs{"軍事", "事演", "演習"});
}

TEST_CASE("han: short words, long ones and other scripts have none") {
    for (const std::string_view word :
         {"", "海", "海军", "中国人民解放军", "ミサイル", "abcdefghi", "军a事演习", "\xE8\xA7"}) {
        CAPTURE(word);
        CHECK(han_pairs(word).empty());
    }
}
