#include "text/day_range.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace sitrep;

std::string range(std::string_view text) {
    const std::optional<DayRange> range = parse_day_range(text, {2016, 3, 1});
    if (!range) return "none";
    return (range->first ? iso_day(*range->first) : "") + ".." +
           (range->last ? iso_day(*range->last) : "");
}

struct Row {
    std::string_view text;
    std::string_view days;
};

TEST_CASE("day range: what may stand behind date:") {
    const Row rows[] = {
        {"2015", "2015-01-01..2015-12-31"},
        {"2015-04", "2015-04-01..2015-04-30"},
        {"2016-02", "2016-02-01..2016-02-29"},
        {"2015-04-27", "2015-04-27..2015-04-27"},
        {"2015..2016", "2015-01-01..2016-12-31"},
        {"2015-04..2015-04-27", "2015-04-01..2015-04-27"},
        {"2015..", "2015-01-01.."},
        {"..2015", "..2015-12-31"},
        {"today", "2016-03-01..2016-03-01"},
        {"yesterday", "2016-02-29..2016-02-29"},
        {"yesterday..today", "2016-02-29..2016-03-01"},
        {"2015-Q2", "2015-04-01..2015-06-30"},
        {"q2 2015", "2015-04-01..2015-06-30"},
        {"Q4-2015", "2015-10-01..2015-12-31"},
        {"FY2021", "2020-10-01..2021-09-30"},
        {"fy 21", "2020-10-01..2021-09-30"},
        {"2015q4..", "2015-10-01.."},
        {"April 2015..May 2015", "2015-04-01..2015-05-31"},
        {"this week", "2016-02-29..2016-03-06"},  // 1 March 2016 was a Tuesday
        {"last week", "2016-02-22..2016-02-28"},
        {"Last-Month", "2016-02-01..2016-02-29"},
        {"this month", "2016-03-01..2016-03-31"},
        {"last year", "2015-01-01..2015-12-31"},
        {"past week", "2016-02-23..2016-03-01"},
        {"last 90 days", "2015-12-02..2016-03-01"},
        {"past 2 years", "2014-03-01..2016-03-01"},
        {"3 months ago", "2015-12-01..2015-12-01"},
        {"3 months ago..yesterday", "2015-12-01..2016-02-29"},
        {"90d..", "2015-12-02.."},
        {"90d", "2015-12-02..2016-03-01"},
        {"..2w", "..2016-02-16"},
        {"1y..6m", "2015-03-01..2015-09-01"},
        {"4/2015", "2015-04-01..2015-04-30"},
        {"04.2015..", "2015-04-01.."},
        {"4-2015", "2015-04-01..2015-04-30"},
        {"2010s", "2010-01-01..2019-12-31"},
        {"2015-W01", "2014-12-29..2015-01-04"},
        {"2015w53", "2015-12-28..2016-01-03"},
        {">2015", "2016-01-01.."},
        {"< 2015-04", "..2015-03-31"},
        {"since 2015", "2015-01-01.."},
        {"Since-April-2015", "2015-04-01.."},
        {"until june 2015", "..2015-06-30"},
        {"before 2015", "..2014-12-31"},
        {"after 2015", "2016-01-01.."},
        {"from 2014 to 2015", "2014-01-01..2015-12-31"},
        {"april 2015 to may 2015", "2015-04-01..2015-05-31"},
        {"tuesday", "2016-03-01..2016-03-01"},  // today
        {"Fri", "2016-02-26..2016-02-26"},
        {"last tuesday", "2016-02-23..2016-02-23"},
        {"monday..", "2016-02-29.."},
        {"24h", "2016-02-29..2016-03-01"},
        {"36h..", "2016-02-28.."},
        {"13/2015", "none"},
        {"2015s", "none"},
        {"2014-W53", "none"},
        {"2015-W0", "none"},
        {"after 2014..2015", "none"},
        {"before 0001", "none"},
        {"after 9999", "none"},
        {"9999-W52", "none"},
        {"since", "none"},
        {"since2015", "none"},
        {">", "none"},
        {"last fri fri", "none"},
        {"0d", "none"},
        {"9999y", "none"},
        {"99999d", "none"},
        {"last fortnight", "none"},
        {"2015-Q5", "none"},
        {"..", "none"},
        {"", "none"},
        {"2015-13", "none"},
        {"2015-", "none"},
        {"0000", "none"},
        {"soon", "none"},
        {"2015..soon", "none"},
        {"2015..2016..2017", "none"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(range(row.text) == row.days);
    }
    CHECK(iso_day(*parse_day_range("yesterday", {2016, 1, 1})->first) == "2015-12-31");
    CHECK(iso_day(*parse_day_range("1m..", {2016, 3, 31})->first) == "2016-02-29");
}

TEST_CASE("day range: what word processors and habits make of the two periods is read as them") {
    const Day today{2025, 6, 15};
    for (const char* range : {"2011...2012", "2011\u20262012", "2011\u20132012", "2011 \u2013 2012",
                              "2011-2012", "fy-2011..2012"}) {
        CAPTURE(range);
        const auto read = parse_day_range(range, today);
        REQUIRE(read);
        CHECK(read->first->year >= 2010);
        CHECK(iso_day(*read->last) == "2012-12-31");
    }
    CHECK(parse_day_range(">=2011", today) == parse_day_range("2011..", today));
    CHECK(parse_day_range("<=june-2011", today) == parse_day_range("..2011-06", today));
    CHECK(parse_day_range("2011-12", today) == parse_day_range("december 2011", today));
    for (const char* none : {">=", "<=", "...", "\u2013", "2011-20122", "2012-2011"}) {
        CAPTURE(none);
        CHECK_FALSE(parse_day_range(none, today));
    }
}

TEST_CASE("day range: an end before its beginning is no range") {
    CHECK_FALSE(parse_day_range("2017..2016", {2025, 6, 15}));
    CHECK(parse_day_range("2016..2016", {2025, 6, 15}));
}

TEST_CASE("day range: figures that can be one day only are a day to ask for") {
    const Day today{2026, 11, 30};
    const auto day = [&](std::string_view text) {
        const std::optional<DayRange> range = parse_day_range(text, today);
        return range && range->first ? iso_day(*range->first) : "none";
    };
    CHECK(day("31/10/2026") == "2026-10-31");
    CHECK(day("10/31/2026") == "2026-10-31");
    CHECK(day("14.10.2026") == "2026-10-14");
    CHECK(day("10.31.2026") == "2026-10-31");
    CHECK(day("12.11.2026..") == "2026-11-12");
    CHECK(day("14-10-2026..15-10-2026") == "2026-10-14");
    CHECK(day("5/5/2026") == "2026-05-05");
    CHECK(day("12/11/2026") == "none");
    for (const char* none : {"31/31/2026", "1/2/26", "1/2.2026", "1/2/2026/3"}) {
        CAPTURE(none);
        CHECK(day(none) == "none");
    }
    CHECK(day("last two weeks") == day("last 2 weeks"));
    CHECK(day("twelve months ago") == "2025-11-30");
    CHECK(day("thirteen months ago") == "none");
}

}  // namespace
