#include "indexer/extract/byline.hpp"

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

TEST_CASE("byline: leaves roles, outlets and addresses out") {
    CHECK(parse_byline("By Ada Long, Staff Writer") == Names{"Ada Long"});
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
