#include "model/shard.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace sitrep;

TEST_CASE("shard: a file's place is a matter of root, path and count, the same for ever") {
    // Databases hang on these numbers: see kShardRule.
    CHECK(shard_of({"r", "a.txt"}, 3) == 2);
    CHECK(shard_of({"r", "b.txt"}, 3) == 1);
    CHECK(shard_of({"s", "a.txt"}, 3) == 2);
    CHECK(shard_of({"r", "a.txt"}, 16) == 4);
}

TEST_CASE("shard: files are spread evenly") {
    std::array<int, 7> files{};
    for (int i = 0; i < 7000; ++i) ++files.at(shard_of({"r", std::to_string(i) + ".html"}, 7) - 1);
    for (const int count : files) {
        CHECK(count > 900);
        CHECK(count < 1100);
    }
}

TEST_CASE("shard: a place is written K/N") {
    CHECK(*parse_shard_place("2/3") == ShardPlace{2, 3});
    CHECK(ShardPlace{2, 3}.text() == "2/3");
    CHECK(ShardPlace{}.text().empty());
    for (const char* text :
         {"", "2", "/", "0/3", "4/3", "1/1", "1/17", "-1/3", "1/3 ", "a/b", "1/3/5"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_shard_place(text));
    }
}
