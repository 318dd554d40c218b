#include "indexer/extract/byline.hpp"
#include "indexer/extract/credit_line.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using Names = std::vector<std::string>;

TEST_CASE("byline: names one or several people") {
    CHECK(parse_byline("By Ada Long") == Names{"Ada Long"});
    CHECK(parse_byline("BY ADA LONG") == Names{"Ada Long"});
    CHECK(parse_byline("By Ada Long and Jo Marsh") == Names{"Ada Long", "Jo Marsh"});
    CHECK(parse_byline("By Ada Long, Jo Marsh and Li Wei") ==
          Names{"Ada Long", "Jo Marsh", "Li Wei"});
}

TEST_CASE("byline: a story's, as the services print it") {
    CHECK(parse_byline("Story by Sgt. Ada Long") == Names{"Ada Long"});
    CHECK(parse_byline("Lt. j.g. Ada Long").empty());
}

TEST_CASE("byline: leaves roles, outlets and addresses out") {
    CHECK(parse_byline("By Ada Long, Staff Writer") == Names{"Ada Long"});
    CHECK(parse_byline("By Ada Long, Reuters") == Names{"Ada Long"});
    CHECK(parse_byline("By Ada Long of The Harbor Dispatch") == Names{"Ada Long"});
    CHECK(parse_byline("By Ada Long, ada.long@harbor.example") == Names{"Ada Long"});
    CHECK(parse_byline("By Ada Long (ada.long@harbor.example)") == Names{"Ada Long"});
}

TEST_CASE("byline: a soldier's is long") {
    CHECK(parse_byline(
              "By Sgt. 1st Class Ada Long, 3rd Infantry Division Public Affairs Office, Fort "
              "Stewart, Georgia") == std::vector<std::string>{"Ada Long"});
    CHECK(parse_byline("By Sunday the Fleet, the Army and all of the Corps had been there twice")
              .empty());
}

TEST_CASE("byline: other languages' words for By, before nothing but a name") {
    CHECK(parse_byline("Par Jean-Marc Long") == Names{"Jean-Marc Long"});
    CHECK(parse_byline("Por Ana de la Costa") == Names{"Ana de la Costa"});
    CHECK(parse_byline("Autor: Ada Long") == Names{"Ada Long"});
    CHECK(parse_byline("Par temps de guerre, la flotte reste au port").empty());
    CHECK(parse_byline("Por Tierra").empty());
    CHECK(parse_byline("Von Miller Signs").empty());
}

TEST_CASE("byline: a sentence that begins with By is none") {
    CHECK(parse_byline("By Monday the ships had left.").empty());
    CHECK(parse_byline("By the time the two ships of the squadron had left the harbor it rained")
              .empty());
    CHECK(parse_byline("Ada Long").empty());
}

TEST_CASE("date line: a date and little else") {
    CHECK(parse_date_line("May 3, 2015") == Day{2015, 5, 3});
    CHECK(parse_date_line("Published: May 3, 2015") == Day{2015, 5, 3});
    CHECK(parse_date_line("Posted on 2015-05-03") == Day{2015, 5, 3});
    CHECK(parse_date_line("Sun 3 May 2015 14.03 BST") == Day{2015, 5, 3});
    CHECK(parse_date_line("Last modified on Sun 3 May 2015 14.03 BST") == Day{2015, 5, 3});
    CHECK(parse_date_line("Last updated on May 3, 2015") == Day{2015, 5, 3});
    CHECK(parse_date_line("Posted on May 3, 2015 by admin") == Day{2015, 5, 3});
    CHECK_FALSE(parse_date_line("Built in May 2015 by welders").has_value());
    CHECK_FALSE(parse_date_line("On May 3, 2015 the ship sailed").has_value());
    CHECK_FALSE(parse_date_line("February 30, 2015").has_value());
}

TEST_CASE("date line: labels and hours of other languages") {
    for (const std::string_view line :
         {"05.01.2024, 14:30 Uhr", "5. Januar 2024 um 14:30 Uhr", "Stand: 05.01.2024 14:30 Uhr",
          "Publié le 5 janvier 2024 à 14h30", "Publié le 05/01/2024 à 14:30",
          "5 gennaio 2024 ore 14:30", "2024年1月5日 14時30分", "2024-01-05 14:30 来源：河网",
          "입력 2024.01.05 14:30", "2024.01.05. 오후 2:30"}) {
        CAPTURE(line);
        CHECK(parse_date_line(line) == Day{2024, 1, 5});
    }
    CHECK_FALSE(parse_date_line("5. Januar 2024 um die Welt").has_value());
    CHECK_FALSE(parse_date_line("Uhr").has_value());
}

TEST_CASE("date line: nothing stands where the hour would") {
    CHECK(!parse_date_line("Ada Long  来源 Harbor Wire"));  // found by fuzzing
}

TEST_CASE("date line: a dash may stand before the clock time, as Drupal prints it") {
    CHECK(parse_date_line("Sat, 20 Dec, 2025 - 06:36") == Day{2025, 12, 20});
    CHECK(parse_date_line("Wed, 03/15/2023 - 14:05") == Day{2023, 3, 15});
    CHECK(parse_date_line("March 15, 2023 – 2:05pm") == Day{2023, 3, 15});
    CHECK_FALSE(parse_date_line("March 15, 2023 - 14 ships").has_value());
}

TEST_CASE("date line: a clock time may stand before the day") {
    const Day day{2024, 5, 3};
    CHECK(parse_date_line("Published 10:02 AM EDT, May 3, 2024") == day);
    CHECK(parse_date_line("Updated 3:15 PM EDT, Fri May 3, 2024") == day);
    CHECK(parse_date_line("Updated at 3:15 p.m. ET on May 3, 2024") == day);
    CHECK(parse_date_line("14:03, 3 April 2024") == Day{2024, 4, 3});
    CHECK_FALSE(parse_date_line("3 April 3, 2024").has_value());
}

TEST_CASE("credit line: the day that stands behind names in any way") {
    const Day day{2015, 5, 3};
    for (const char* tail :
         {" - May 3, 2015", " – May 3, 2015", " — 3 May 2015", ", May 3, 2015",
          " on May 3, 2015 at 2:12 PM", ", 5/3/2015", " | Posted by the desk, May 3, 2015"}) {
        const auto credit = read_credit_line("By Ada Long" + std::string(tail));
        REQUIRE_MESSAGE(credit.has_value(), std::string(tail));
        CHECK_MESSAGE(credit->authors == Names{"Ada Long"}, tail);
        CHECK_MESSAGE(credit->day == day, tail);
    }
    CHECK_FALSE(read_credit_line("By Ada Long")->day.has_value());
}
