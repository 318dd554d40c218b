#include "store/timeline.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <utility>

using namespace sitrep;
using Bars = std::vector<TimelineBar>;

namespace {

MatchCounts days(std::uint64_t articles,
                 std::initializer_list<std::pair<std::string, std::uint64_t>> counts) {
    MatchCounts out;
    out.articles = articles;
    out.slots[Slot::Date] = counts;
    return out;
}

Timeline timeline_at(Period asked, const MatchCounts& counts, const ValueCounts& all) {
    return timeline_of(asked, counts, all, {2020, 6, 15});
}

}  // namespace

TEST_CASE("timeline: months without an article stand between those with one") {
    const Timeline months =
        timeline_at(Period::Month, days(6, {{"20151130", 2}, {"20160101", 1}, {"20160131", 1}}),
                    {{"20151104", 5}, {"20151130", 2}, {"20151201", 7}, {"20160101", 4}});
    CHECK(months.bars == Bars{{{2015, 11, 1}, 2, 7}, {{2015, 12, 1}, 0, 7}, {{2016, 1, 1}, 2, 4}});
    CHECK(months.undated == 2);
}

TEST_CASE("timeline: a week begins on Monday, across the end of a year too") {
    const Timeline weeks =
        timeline_at(Period::Week, days(3, {{"20180101", 1}, {"20171231", 1}, {"20180107", 1}}), {});
    CHECK(weeks.bars == Bars{{{2017, 12, 25}, 1, 0}, {{2018, 1, 1}, 2, 0}});
}

TEST_CASE("timeline: days run over the ends of months and through a leap year's February") {
    const Timeline leap = timeline_at(Period::Day, days(2, {{"20200228", 1}, {"20200301", 1}}), {});
    CHECK(leap.bars == Bars{{{2020, 2, 28}, 1, 0}, {{2020, 2, 29}, 0, 0}, {{2020, 3, 1}, 1, 0}});
}

TEST_CASE("timeline: too many bars become longer ones, and it says which") {
    const Timeline long_one =
        timeline_at(Period::Day, days(2, {{"20100101", 1}, {"20181231", 1}}), {});
    CHECK(long_one.asked == Period::Day);
    CHECK(long_one.period == Period::Month);
    CHECK(long_one.bars.size() == 9 * 12);
}

TEST_CASE("timeline: of too many years the latest are shown, and the others counted") {
    const Timeline ages =
        timeline_at(Period::Day, days(6, {{"00010101", 2}, {"20150427", 3}, {"nonsense", 1}}), {});
    CHECK(ages.period == Period::Year);
    CHECK(ages.bars.size() == kMostBars);
    CHECK(ages.bars.back() == TimelineBar{{2015, 1, 1}, 3, 0});
    CHECK(ages.earlier == 2);
    CHECK(ages.undated == 1);
}

TEST_CASE("timeline: what is dated far ahead is counted, and takes no bar from the others") {
    const Timeline months = timeline_at(
        Period::Month,
        days(7, {{"20200427", 3}, {"20210616", 1}, {"20210617", 1}, {"99991231", 1}}), {});
    CHECK(months.period == Period::Month);
    CHECK(months.bars.front() == TimelineBar{{2020, 4, 1}, 3, 0});
    CHECK(months.bars.back() == TimelineBar{{2021, 6, 1}, 1, 0});
    CHECK(months.later == 2);
    CHECK(months.undated == 1);
    CHECK(timeline_at(Period::Day, days(1, {{"99991231", 1}}), {}).bars.empty());
}

TEST_CASE("timeline: no dated article, no bar") {
    const Timeline none = timeline_at(Period::Week, days(4, {}), {{"20150427", 1}});
    CHECK(none.bars.empty());
    CHECK(none.undated == 4);
}
