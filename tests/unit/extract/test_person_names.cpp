#include "indexer/extract/person_names.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using Names = std::vector<std::string>;

TEST_CASE("names: one by one, in the order given") {
    CHECK(parse_names("Ada Long, Jo Marsh and Li Wei") == Names{"Ada Long", "Jo Marsh", "Li Wei"});
    CHECK(parse_names("Ada Long & Jo Marsh; Li Wei | Max Orr") ==
          Names{"Ada Long", "Jo Marsh", "Li Wei", "Max Orr"});
    CHECK(parse_names("Written by: Ada Long with Jo Marsh") == Names{"Ada Long", "Jo Marsh"});
}

TEST_CASE("names: By goes, also where only the style sheet parts it from the name") {
    CHECK(parse_names("By Ada Long") == Names{"Ada Long"});
    CHECK(parse_names("ByAda Long") == Names{"Ada Long"});
    CHECK(parse_names("Byron Long") == Names{"Byron Long"});
    CHECK(parse_names("Written By").empty());
    CHECK(parse_names("Article by:").empty());
}

TEST_CASE("names: roles, degrees, outlets, places and handles behind them go") {
    CHECK(parse_names("Ada Long, Senior Tech Reporter") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long, PhD") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long, Harbor Times") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long, 2nd Infantry Division") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long in Kabul") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long (Harbor Wire)") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long @adalong") == Names{"Ada Long"});
    CHECK(parse_names("ada@a.example").empty());
    CHECK(parse_names("https://a.example/ada").empty());
}

TEST_CASE("names: a family name that outlets have, too, is one where another name follows") {
    CHECK(parse_names("By Ada Long, Emily Post and Jo Marsh") ==
          Names{"Ada Long", "Emily Post", "Jo Marsh"});
    CHECK(parse_names("Ada Long, Max Wing, Li Wei") == Names{"Ada Long", "Max Wing", "Li Wei"});
    CHECK(parse_names("Ada Long, Harbor Post") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long, Harbor Post, Staff Writer") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long, Harbor Post and Jo Marsh, Coast Daily") ==
          Names{"Ada Long", "Jo Marsh"});
    CHECK(parse_names("Ada Long, Harbor Times and Jo Marsh") == Names{"Ada Long", "Jo Marsh"});
    CHECK(parse_names("Ada Long, Daily Post and Jo Marsh") == Names{"Ada Long", "Jo Marsh"});
}

TEST_CASE("names: ranks before them go, so that a promotion makes no other author") {
    CHECK(parse_names("Staff Sgt. Ada Long") == Names{"Ada Long"});
    CHECK(parse_names("U.S. Army Sgt. 1st Class Ada Long and Lt. Col. Jo Marsh") ==
          Names{"Ada Long", "Jo Marsh"});
    CHECK(parse_names("Mass Communication Specialist 3rd Class Ada Long") == Names{"Ada Long"});
    CHECK(parse_names("Dr. Ada Long") == Names{"Dr. Ada Long"});
    CHECK(parse_names("General Ada") == Names{"General Ada"});
}

TEST_CASE("names: a role may stand behind a name without a comma, and a name twice in a row") {
    for (const char* text :
         {"By Ada Long Staff Writer", "Ada Long Reporter", "Ada Long Senior Defense Correspondent",
          "Ada Long Editor-in-Chief", "By: Ada Long Ada Long", "Ada LongAda Long"}) {
        CAPTURE(text);
        CHECK(parse_names(text) == Names{"Ada Long"});
    }
    CHECK(parse_names("Fort Drum Public Affairs Officer").empty());
    CHECK(parse_names("Senior Staff Writer").empty());
    CHECK(parse_names("Yo-Yo Ma") == Names{"Yo-Yo Ma"});
    CHECK(parse_names("Duran Duran") == Names{"Duran Duran"});
}

TEST_CASE("names: agencies are nobody") {
    CHECK(parse_names("Reuters").empty());
    CHECK(parse_names("The Associated Press").empty());
    CHECK(parse_names("Ada Long, AP") == Names{"Ada Long"});
}

TEST_CASE("names: what links beside a name say, and what a theme left, is nobody") {
    CHECK(parse_names("View more posts", NameSource::Printed).empty());
    CHECK(parse_names("Meet the Team", NameSource::Printed).empty());
    CHECK(parse_names("Moreau Lindqvist", NameSource::Printed) == Names{"Moreau Lindqvist"});
    CHECK(parse_names("Read more", NameSource::Given).empty());
    CHECK(parse_names("page.head.extra.author", NameSource::Given).empty());
    CHECK(parse_names("undefined", NameSource::Given).empty());
    CHECK(parse_names("Ada Long - 10+ Years in the Yards", NameSource::Given) == Names{"Ada Long"});
    CHECK(parse_names("98 Buck Social", NameSource::Given) == Names{"98 Buck Social"});
    CHECK(parse_names("ada.b.long", NameSource::Given) == Names{"ada.b.long"});
}

TEST_CASE("names: the same name twice is one, capitals or not") {
    CHECK(parse_names("Ada Long, ada long and ADA LONG", NameSource::Given) == Names{"Ada Long"});
    CHECK(parse_names("ADA O'LONG") == Names{"Ada O'Long"});
}

TEST_CASE("names: what is given as an author may be a user name or an office, printed it is none") {
    CHECK(parse_names("adalong", NameSource::Given) == Names{"adalong"});
    CHECK(parse_names("adalong").empty());
    CHECK(parse_names("Center for Radar and Sonar", NameSource::Given) ==
          Names{"Center for Radar and Sonar"});
    CHECK(parse_names("12345", NameSource::Given).empty());
}

TEST_CASE("names: one word before of, for or in is no person's, two are") {
    CHECK(parse_names("Voice of America") == Names{"Voice of America"});
    CHECK(parse_names("Ada Long of Voice of America") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long for Reuters and Jo Marsh in Kabul", NameSource::Field) ==
          Names{"Ada Long", "Jo Marsh"});
    CHECK(parse_names("Ada Long of Reuters", NameSource::Field) == Names{"Ada Long"});
    for (const char* office : {"Voice of America", "Office of Naval Research", "Women in Defense",
                               "Center for Strategic and International Studies"})
        CHECK(parse_names(office, NameSource::Field) == Names{office});
}

TEST_CASE("names: ranks of several words go whole, from print and from data") {
    for (const char* rank :
         {"Lt. j.g.", "Chief Warrant Officer 2", "U.S. Army Chief Warrant Officer 2",
          "Seaman Apprentice", "Seaman Recruit", "Hospital Corpsman 2nd Class"}) {
        const std::string name = std::string(rank) + " Ada Long";
        CHECK_MESSAGE(parse_names(name) == Names{"Ada Long"}, name);
        CHECK_MESSAGE(parse_names(name, NameSource::Given) == Names{"Ada Long"}, name);
    }
    CHECK(parse_names("Senior Staff Writer", NameSource::Given) == Names{"Senior Staff Writer"});
}

TEST_CASE("names: services, bases and units behind a name are nobody") {
    for (const char* behind : {"U.S. Navy", "U.S. Navy (Retired)", "USAF (Ret.)", "Fort Stewart",
                               "U.S. Pacific Fleet", "3rd Division Office, Camp Long, Georgia"}) {
        CHECK_MESSAGE(parse_names("Capt. Ada Long, " + std::string(behind)) == Names{"Ada Long"},
                      behind);
    }
    CHECK(parse_names("Ada Long, Jo Marsh") == Names{"Ada Long", "Jo Marsh"});
}

TEST_CASE("names: other languages' words for By go before a whole name only") {
    CHECK(parse_names("Von Karsten Vogel") == Names{"Karsten Vogel"});
    CHECK(parse_names("作者：李明") == Names{"李明"});
    for (const char* whole : {"Di Rupo", "Von der Leyen", "Av Long"})
        CHECK(parse_names(whole) == Names{whole});
}

TEST_CASE("names: Stars and Stripes is no pair of people") {
    CHECK(parse_names("ADA LONG STARS AND STRIPES") == Names{"Ada Long"});
    CHECK(parse_names("Ada Long, Stars and Stripes") == Names{"Ada Long"});
    CHECK(parse_names("Stars and Stripes") == Names{});
}
