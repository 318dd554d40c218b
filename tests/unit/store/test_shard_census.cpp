#include "store/shard_census.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

const std::map<std::string, std::string> kRoots{{"r", "/news"}};

std::string text(const std::optional<Error>& refusal) { return refusal ? refusal->message : ""; }

std::string refused(const ShardCensus& census) {
    const std::string mixed = text(census.mixed());
    return mixed.empty() ? text(census.incomplete()) : mixed;
}

}  // namespace

TEST_CASE(
    "shard census: every shard once is a whole set, in any order, and databases may lie beside "
    "it") {
    ShardCensus census;
    census.add("b", {2, 2}, kRoots);
    census.add("plain", {}, {{"x", "/x"}});
    census.add("a", {1, 2}, {{"r", "/elsewhere"}});
    CHECK(refused(census).empty());
    CHECK(refused(ShardCensus()).empty());
}

TEST_CASE("shard census: what is missing, doubled or of two sets is refused") {
    ShardCensus incomplete;
    incomplete.add("a", {1, 3}, kRoots);
    CHECK(refused(incomplete) == "a is shard 1/3, and 2/3, 3/3 are not named");
    incomplete.add("c", {3, 3}, {});
    CHECK(refused(incomplete) == "a is shard 1/3, and 2/3 is not named");
    ShardCensus doubled;
    doubled.add("a", {1, 2}, kRoots);
    doubled.add("b", {1, 2}, kRoots);
    CHECK(refused(doubled) == "a is shard 1/2, and b is, too");
    ShardCensus mixed;
    mixed.add("a", {1, 2}, kRoots);
    mixed.add("b", {2, 3}, kRoots);
    CHECK(refused(mixed) == "a is shard 1/2, and b is 2/3: they are of two sets");
    ShardCensus of_others;
    of_others.add("a", {1, 2}, kRoots);
    of_others.add("b", {2, 2}, {{"s", "/other"}});
    CHECK(refused(of_others) ==
          "a is shard 1/2, and b is one of other folders: they are of two sets");
}

TEST_CASE("shard census: that some are missing is one question, that they are mixed another") {
    ShardCensus census;
    census.add("a", {1, 3}, kRoots);
    CHECK(text(census.mixed()).empty());
    CHECK_FALSE(text(census.incomplete()).empty());
    CHECK(text(census.incomplete(1)) == "a is shard 1/3, and 2/3, 3/3 are not all named");
    CHECK(text(census.incomplete(2)).empty());
    census.add("b", {1, 3}, kRoots);
    CHECK(text(census.mixed()) == "a is shard 1/3, and b is, too");
}
