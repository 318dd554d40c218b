#include "indexer/summary.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("summary: one line, with only the troubles there were") {
    Summary summary{12, 3, 1, 8, 0, 0, 40, 0, 0, 0, 0, 1.25, 9000};
    CHECK(
        summary_text(summary) ==
        "12 files: 3 added, 1 updated, 8 unchanged, 0 removed; 40 articles in the database; 1.2 s");
    summary.failed = 2;
    summary.known_failures = 1;
    summary.skipped = 5;
    summary.moved = 4;
    summary.stale = 1;
    CHECK(summary_text(summary) ==
          "12 files: 3 added, 1 updated, 8 unchanged, 0 removed, 4 moved, 5 skipped; 2 failed; 1 "
          "failed "
          "before; 1 stale; 40 articles "
          "in the database; 1.2 s");
}

TEST_CASE("summary: JSON with the names that scripts rely on") {
    CHECK(
        summary_json({12, 3, 1, 8, 0, 7, 40, 2, 1, 5, 6, 1.5, 9000}) ==
        R"({"seen":12,"added":3,"updated":1,"unchanged":8,"removed":0,"moved":7,"documents":40,"failed":2,)"
        R"("known_failures":1,"skipped":5,"stale":6,"seconds":1.500,"bytes":9000})");
}

TEST_CASE("summary: a dry run says that it was one") {
    Summary summary;
    summary.dry_run = true;
    CHECK(summary_text(summary).starts_with("dry run: 0 files: "));
    CHECK(summary_json(summary).starts_with(R"({"dry_run":true,"seen":0,)"));
}

TEST_CASE("summary: a run that did not come to its end says so") {
    Summary summary;
    summary.unfinished = true;
    CHECK(summary_text(summary).starts_with("not finished: 0 files: "));
    CHECK(summary_json(summary).starts_with(R"({"unfinished":true,"seen":0,)"));
}
