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
        // Elements of a page that stood side by side and left no space between them.
        {"By Jane DoeMay 29, 201520 Mins Read", "2015-05-29"},
        {"May 29, 2015May 30, 2015", "2015-05-29"},
        {"29 May 20156:01 PM ET", "2015-05-29"},
        {"2015-05-291", "none"},
        {"<May29.201524.24131@host.example>", "none"},
        {"<29MAY201523231675@host.example>", "none"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(found(row.text) == row.day);
    }
}

TEST_CASE("date: a month and a day at the beginning") {
    for (const char* day : {"May 3", "Sept. 2, 2015", "december 31", "May 3rd"}) {
        CAPTURE(day);
        CHECK(begins_with_month_day(day));
    }
    for (const char* other : {"", "May", "May 2015", "Mayor 3", "3 May", "March on"}) {
        CAPTURE(other);
        CHECK_FALSE(begins_with_month_day(other));
    }
}

TEST_CASE("date: a day and its number are the same day") {
    for (const Day& day : {Day{1, 1, 1}, Day{1969, 12, 31}, Day{1970, 1, 1}, Day{2000, 2, 29},
                           Day{2016, 3, 1}, Day{9999, 12, 31}})
        CHECK(day_of_number(day_number(day)) == day);
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

TEST_CASE("date: a time is kept where it reads as one, and the day in any case") {
    CHECK(iso_date("2024-01-05T10:00:00-05:00") == "2024-01-05T10:00:00-05:00");
    CHECK(iso_date("2024-01-05 10:00:00Z") == "2024-01-05T10:00:00Z");
    for (const char* odd : {"2024-01-05T10:00:00-5:00", "2024-01-05T10:00:00Z[UTC]",
                            "2024-01-05T1000", "2024-01-05T10:00:00MSK"})
        CHECK_MESSAGE(iso_date(odd) == "2024-01-05", std::string(odd));
}

}  // namespace
