#include "text/date.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

namespace {

using namespace sitrep;

std::string read(std::string_view text) {
    const std::optional<Day> day = parse_day(text);
    return day ? iso_day(*day) : "none";
}

std::string found(std::string_view text) {
    const std::optional<Day> day = find_day(text);
    return day ? iso_day(*day) : "none";
}

std::string range(std::string_view text) {
    const std::optional<DayRange> range = parse_day_range(text, {2016, 3, 1});
    if (!range) return "none";
    return (range->first ? iso_day(*range->first) : "") + ".." +
           (range->last ? iso_day(*range->last) : "");
}

struct Row {
    std::string_view text;
    std::string_view day;
};

TEST_CASE("date: the forms in which articles print a day") {
    const Row rows[] = {
        {"2015-05-29", "2015-05-29"},
        {" 2015-05-29 ", "2015-05-29"},
        {"2015-05-29T23:10:00-04:00", "2015-05-29"},
        {"2015-05-29T23:10:00.123Z", "2015-05-29"},
        {"2015-05-29T23:10:00+0000", "2015-05-29"},
        {"2015-05-29 23:10", "2015-05-29"},
        {"2015/05/29", "2015-05-29"},
        {"20150529", "2015-05-29"},
        {"Fri, 29 May 2015 23:10:00 -0400", "2015-05-29"},
        {"Fri, 29 May 2015 23:10:00 GMT", "2015-05-29"},
        {"Fri, 29 May 2015 23:10:00 -0400 (EDT)", "2015-05-29"},
        {"May 29, 2015", "2015-05-29"},
        {"Friday, May 29, 2015", "2015-05-29"},
        {"MAY 29 2015", "2015-05-29"},
        {"29 May 2015", "2015-05-29"},
        {"29-May-2015", "2015-05-29"},
        {"May 29th, 2015", "2015-05-29"},
        {"29th of May 2015", "2015-05-29"},
        {"Jan. 3, 2018", "2018-01-03"},
        {"Sept. 11, 2001", "2001-09-11"},
        {"01/23/2018", "2018-01-23"},
        {"May 29, 2015 at 5:10 p.m. ET", "2015-05-29"},
        {"May 29, 2015, 5 p.m.", "2015-05-29"},
        {"May\xC2\xA0"
         "29, 2015",
         "2015-05-29"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(read(row.text) == row.day);
    }
}

TEST_CASE("date: impossible days and other text are none") {
    for (const std::string_view text : {"",
                                        "2015",
                                        "2015-02-29",
                                        "2015-13-01",
                                        "2015-00-10",
                                        "0000-01-01",
                                        "Feb. 30, 2016",
                                        "May 32, 2015",
                                        "23/01/2018",
                                        "May 2015",
                                        "May 29",
                                        "yesterday",
                                        "2015-05-29 and more",
                                        "Mayor 29, 2015",
                                        "2015-05-291",
                                        "12015-05-29",
                                        "2015-05/29",
                                        "May 29, 20155",
                                        "2015-05-29 5",
                                        "-2015-05-29"}) {
        CAPTURE(text);
        CHECK(read(text) == "none");
    }
    CHECK(read("2016-02-29") == "2016-02-29");
    CHECK(read("1900-02-29") == "none");
    CHECK(read("2000-02-29") == "2000-02-29");
}

TEST_CASE("date: the first day that stands in a byline") {
    const Row rows[] = {
        {"By Jane Doe | May 29, 2015 | Outlet", "2015-05-29"},
        {"Updated 2015-05-29T10:00:00Z", "2015-05-29"},
        {"On 3 May 2015 and 4 May 2015", "2015-05-03"},
        {"Posted Friday, May 29, 2015.", "2015-05-29"},
        {"Mayor 29, 2015", "none"},
        {"dismay 29, 2015", "none"},
        {"F-35 on 01/23/2018", "none"},
        {"no date in 2015", "none"},
        {"Feb. 30, 2015; Feb. 28, 2015", "2015-02-28"},
        {"", "none"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(found(row.text) == row.day);
    }
}

TEST_CASE("date: what may stand behind date:") {
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
        CHECK(range(row.text) == row.day);
    }
    CHECK(iso_day(*parse_day_range("yesterday", {2016, 1, 1})->first) == "2015-12-31");
    CHECK(iso_day(*parse_day_range("1m..", {2016, 3, 31})->first) == "2016-02-29");
}

TEST_CASE("date: a day and its number are the same day") {
    for (const Day& day : {Day{1, 1, 1}, Day{1969, 12, 31}, Day{1970, 1, 1}, Day{2000, 2, 29},
                           Day{2016, 3, 1}, Day{9999, 12, 31}})
        CHECK(day_of_number(day_number(day)) == day);
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

TEST_CASE("date: sortable form, and today as the environment fixes it") {
    CHECK(sortable_day({987, 6, 5}) == "09870605");
    setenv("SITREP_NOW", "2015-05-29", 1);
    CHECK(today() == Day{2015, 5, 29});
    setenv("SITREP_NOW", "nonsense", 1);
    CHECK(is_valid_day(today()));
    CHECK(today().year > 2015);
    unsetenv("SITREP_NOW");
}

}  // namespace

TEST_CASE("date: figures that can be one day only are a day to ask for") {
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

TEST_CASE("date: a time is kept where it reads as one, and the day in any case") {
    CHECK(iso_date("2024-01-05T10:00:00-05:00") == "2024-01-05T10:00:00-05:00");
    CHECK(iso_date("2024-01-05 10:00:00Z") == "2024-01-05T10:00:00Z");
    for (const char* odd : {"2024-01-05T10:00:00-5:00", "2024-01-05T10:00:00Z[UTC]",
                            "2024-01-05T1000", "2024-01-05T10:00:00MSK"})
        CHECK_MESSAGE(iso_date(odd) == "2024-01-05", std::string(odd));
}
