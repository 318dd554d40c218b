#include "indexer/removals.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace sitrep;

TEST_CASE("removals: ten may always go, and a share of many") {
    CHECK(most_removed(0, 20) == 10);
    CHECK(most_removed(50, 20) == 10);
    CHECK(most_removed(59, 20) == 11);
    CHECK(most_removed(1000, 20) == 200);
    CHECK(most_removed(1000, 0) == 10);
    CHECK(most_removed(1000, 100) == 1000);
    CHECK(most_removed(std::numeric_limits<std::uint64_t>::max(), 100) ==
          std::numeric_limits<std::uint64_t>::max());
}

TEST_CASE("removals: too many are refused, however they would go, with the numbers") {
    CHECK_FALSE(refusal({100, 20, 20, 0}, {}));
    const auto files = refusal({100, 21, 21, 0}, {});
    REQUIRE(files);
    CHECK(files->code == ErrorCode::Database);
    CHECK(files->message ==
          "nothing is removed: 21 of its 100 articles would go (21 files gone or left out), more "
          "than 20 %");
    CHECK(refusal({1000, 0, 0, 995}, {})->message ==
          "nothing is removed: 995 of its 1000 articles would go (995 records gone from files that "
          "are there), more than 20 %");
    CHECK(refusal({100, 15, 15, 6}, {})->message ==
          "nothing is removed: 21 of its 100 articles would go (15 files gone or left out, 6 "
          "records gone from "
          "files that are there), more than 20 %");
    CHECK_FALSE(refusal({100, 21, 21, 0}, {21}));
    CHECK(refusal({100, 11, 11, 0}, {0}));
}

TEST_CASE("removals: a root that is not to be trusted loses nothing, however little it were") {
    CHECK(
        refusal({3, 1, 1, 0, "is empty now"}, {})->message ==
        "is empty now: nothing is removed, 1 of its 3 articles would go (1 file gone or left out)");
    CHECK(refusal({3, 1, 0, 0, "is empty now"}, {}));
    CHECK_FALSE(refusal({3, 0, 0, 0, "is empty now"}, {}));
}

TEST_CASE("removals: the hint can be pasted into a shell, whatever the root is called") {
    const Error refused{ErrorCode::Database, "nothing is removed"};
    CHECK(with_force_hint(refused, "/news/a b;c").hint ==
          "if that is right: sitrep-index --force-delete '/news/a b;c'");
    CHECK(with_force_hint(refused, "/").hint == "if that is right: sitrep-index --force-delete");
}

TEST_CASE("removals: force overrides") {
    CHECK_FALSE(refusal({3, 3, 3, 0, "is empty now"}, {20, true}));
    CHECK_FALSE(refusal({1000, 900, 900, 5}, {20, true}));
}
