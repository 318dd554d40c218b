#include "token_text.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sitrep;
using test::terms_of;

struct Row {
    std::string_view text;
    std::string_view terms;
};

void check(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(terms_of(row.text) == row.terms);
    }
}

TEST_CASE("designators: one name whatever separates its parts") {
    check({{"F-35", "f35|f|35"},
           {"F35", "f35"},
           {"F 35", "f35|f|35"},
           {"f 35", "f35|f|35"},
           {"F\xE2\x80\x91"
            "35",
            "f35|f|35"},  // non-breaking hyphen
           {"F\xE2\x80\x93"
            "35",
            "f35|f|35"},  // en dash
           {"F\xE2\x88\x92"
            "35",
            "f35|f|35"},  // minus sign
           {"F\xC2\xA0"
            "35",
            "f35|f|35"},  // no-break space
           {"F-\xE2\x80\x8B"
            "35",
            "f35|f|35"},  // a break may follow the hyphen
           {"Ｆ－３５", "f35|f|35"},
           {"MQ-9B", "mq9b|mq9|mq|9b"},
           {"T-72B3", "t72b3|t72|t|72b3"},
           {"M1A2", "m1a2|m1"},
           {"DDG 51", "ddg51|ddg|51"},
           {"ddg 51", "ddg51|ddg|51"},
           {"S-400", "s400|s|400"}});
}

TEST_CASE("designators: a plural or possessive is the same name, a variant finds its family") {
    check({{"F-35s", "f35|f|35s"},
           {"F-35's", "f35|f|35s"},
           {"F35s", "f35"},
           {"F-35As", "f35a|f35|f|35as"},
           {"F-15S", "f15s|f15|f|15s"},
           {"F-35A", "f35a|f35|f|35a"},
           {"F-35-based", "f35|f|35 based"}});
}

TEST_CASE("designators: the parts stand at the name's position, so that phrases stay right") {
    Analyzer analyzer = test::make_analyzer();
    const std::vector<Token> tokens = analyzer.analyze("an F-35 flew");
    REQUIRE(tokens.size() == 5);
    CHECK(tokens[1].position == 1);
    CHECK(tokens[1].kind == TokenKind::Designator);
    CHECK(tokens[1].begin == 3);
    CHECK(tokens[1].end == 7);
    CHECK(tokens[2].alternate);
    CHECK(tokens[2].position == 1);
    CHECK(tokens[3].position == 1);
    CHECK(tokens[3].begin == 5);
    CHECK(tokens[4].term == "flew");
    CHECK(tokens[4].position == 2);
}

TEST_CASE("designators: words before numbers stay words") {
    check({{"May 29", "may 29"},
           {"JAN 3", "jan 3"},
           {"in 35 days", "in 35 days"},
           {"a 10 percent rise", "a 10 percent rise"},
           {"A 10 percent rise", "a 10 percent rise"},
           {"page 12", "page 12"},
           {"No 5", "no 5"},
           {"NATO 2022", "nato 2022"},
           {"UN 1973", "un 1973"},
           {"top 10", "top 10"},
           {"the 7th", "the 7th"},
           {"US 7th Fleet", "us 7th fleet"},
           {"war 3", "war 3"},
           {"at 5 p.m.", "at 5 pm"},
           {"U.S. 35", "us 35"},
           {"F 1,200", "f 1200"},
           {"S 5.56", "s 5.56"}});
}

TEST_CASE("designators: a dash ties more closely, yet not years and prefixes") {
    check({{"A-10", "a10|a|10"},
           {"AN-124", "an124|an|124"},
           {"mid-2020", "mid 2020"},
           {"mid-20s", "mid 20s"},
           {"COVID-19", "covid 19"},
           {"9-11", "9 11"},
           {"2015-16", "2015 16"},
           {"3-to-1", "3 to 1"},
           {"Jan-15-2018", "jan 15 2018"},
           {"CVE-2015-1234", "cve 2015 1234"},
           {"AN/SPY-1", "an spy1|spy|1"}});
}

}  // namespace
