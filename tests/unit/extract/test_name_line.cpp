#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/name_line.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;
using Names = std::vector<std::string>;

TEST_CASE("name line: people, alone or with what they work for") {
    CHECK(read_name_line("Ada Long")->names == Names{"Ada Long"});
    CHECK(read_name_line("Ada Long and Jo Marsh")->names == Names{"Ada Long", "Jo Marsh"});
    for (const std::string list :
         {"Ada Long, Jo Marsh and Li Wei", "Ada Long, Jo Marsh & Li Wei",
          "Ada Long, Jo Marsh, and Li Wei", "Ada Long, Jo Marsh, Li Wei"}) {
        CAPTURE(list);
        CHECK(read_name_line(list)->names == Names{"Ada Long", "Jo Marsh", "Li Wei"});
    }
    CHECK(read_name_line("Ada Long, Kuala Lumpur")->names == Names{"Ada Long"});
    const auto line = read_name_line("Ada Long, Harbor News");
    REQUIRE(line);
    CHECK(line->names == Names{"Ada Long"});
    CHECK(line->behind == "Harbor News");
    CHECK(read_name_line("Ada Long, Ships and Stripes")->names == Names{"Ada Long"});
}

TEST_CASE("name line: places, ships, sections and outlets are nobody") {
    for (const std::string_view line :
         {"Oslo", "Oslo, Norway", "New York", "Fort Drum, New York", "Virginia Beach, Va.",
          "USS Marsh", "Naval Warfare", "Harbor News", "Staff Writer", "Yard opens", ""})
        CHECK_FALSE(read_name_line(line).has_value());
}

TEST_CASE("name line: before an outlet and a day in one line") {
    CHECK(read_credit_line("Ada Long | Harbor Daily | May 3, 2015")->authors == Names{"Ada Long"});
    CHECK(read_credit_line("Ada Long, Harbor News | May 3, 2015")->authors == Names{"Ada Long"});
    CHECK(read_credit_line("River Boats | Naval | May 3, 2015")->authors.empty());
}
