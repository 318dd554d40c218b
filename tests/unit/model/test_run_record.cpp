#include "model/run_record.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("run record: the last twenty come back as they were") {
    std::vector<RunRecord> runs;
    for (std::uint64_t i = 1; i <= 25; ++i) runs.push_back({1'700'000'000, i, i + 1, 2, 3, 4});
    const std::vector<RunRecord> read = decode_runs(encode_runs(runs));
    REQUIRE(read.size() == kMostRuns);
    CHECK(read.front() == runs[5]);
    CHECK(read.back() == runs.back());
    CHECK(decode_runs(encode_runs({})).empty());
    CHECK(decode_runs(encode_runs({{-5, 0, 0, 0, 0, 0}})).front().started == -5);
}

TEST_CASE("run record: of other bytes nothing is read") {
    const std::string good = encode_runs({{1, 2, 3, 4, 5, 6}});
    for (std::size_t size = 0; size < good.size(); ++size)
        CHECK(decode_runs(good.substr(0, size)).empty());
    CHECK(decode_runs(good + "x").empty());
    CHECK(decode_runs(std::string("\x01\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10)).empty());
}

TEST_CASE("run record: a run that found nothing new changed nothing") {
    CHECK_FALSE(RunRecord{1, 2, 0, 0, 0, 0}.changed_anything());
    CHECK(RunRecord{1, 2, 0, 0, 0, 1}.changed_anything());
}
