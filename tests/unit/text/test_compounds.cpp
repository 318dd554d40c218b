#include "token_text.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sitrep;
using test::check_terms;

TEST_CASE("compounds: hyphenated words are their parts and joined") {
    check_terms({{"co-operation", "co operation +cooperation:2"},
                 {"counter-UAS", "counter uas +counteruas:2"},
                 {"e-mail", "e mail +email:2"},
                 {"air-to-air", "air to air +airtoair:3"},
                 {"state-of-the-art", "state of the art"},
                 {"U.S.-Japan", "us =u.s japan"},
                 {"3-D", "3 d +3d:2"},
                 {"5-G", "5 g +5g:2"},
                 {"10-year", "10 year"},
                 {"and/or", "and or"}});
}

TEST_CASE("compounds: a number and what it counts") {
    check_terms({{"155 mm", "155 mm =155mm:2"},
                 {"155mm", "155mm"},
                 {"155㎜", "155mm"},
                 {"155-mm", "155 mm =155mm:2"},
                 {"155-millimeter", "155 millimeter =155mm:2"},
                 {"1,200 km", "1200 km =1200km:2"},
                 {"1200km", "1200km"},
                 {"1,200-kilometer", "1200 kilometer =1200km:2"},
                 {"5.56x45mm", "5.56x45mm =5.56x45 ^5.56mm"},
                 {"5.56 \u00D7 45 mm", "5.56 45 mm =5.56x45:3 &5.56x45mm:3 ^5.56mm:3"},
                 {"5.56\u00D745", "5.56 45 =5.56x45:2"},
                 {"30 x 173 mm", "30 x 173 mm =30x173:4 &30x173mm:4 ^30mm:4"},
                 {"500-pound bomb", "500 pound =500lb:2 bomb"}});
}

TEST_CASE("compounds: money") {
    check_terms({{"$1.2 billion", "1.2 billion =1.2billion:2"},
                 {"$1.2bn", "1.2bn =1.2billion"},
                 {"$1.2B", "1.2b =1.2billion"},
                 {"\u20AC900m", "900m =900million"},
                 {"1.2 billion", "1.2 billion =1.2billion:2"},
                 {"900m", "900m"},
                 {"USD1.2 billion", "usd 1.2 billion =1.2billion:2"},
                 {"EUR1.2bn", "eur 1.2bn =1.2billion"},
                 {"Rs1,200 crore", "rs 1200 crore"},
                 {"US$5 million", "us =u.s 5 million =5million:2"}});
}

TEST_CASE("compounds: initials with a mark between") {
    check_terms({{"R&D", "r d =r&d:2"},
                 {"AT&T", "at t =at&t:2"},
                 {"A2/AD", "a2 ad +a2ad:2"},
                 {"C/JADC2", "c jadc2 +cjadc2:2"},
                 {"SO/LIC", "so lic +solic:2"},
                 {"R & D", "r d"},
                 {"M1/M2", "m1 m2 =m1 =m2"}});
}

TEST_CASE("compounds: a name lies on its words in the text") {
    Analyzer analyzer = test::make_analyzer();
    const std::vector<Token>& tokens = analyzer.analyze("an F-35A flew");
    REQUIRE(tokens.size() == 6);
    CHECK(tokens[3].term == "f35a");
    CHECK(tokens[3].role == TokenRole::Name);
    CHECK(tokens[3].position == 1);
    CHECK(tokens[3].width == 2);
    CHECK(tokens[3].begin == 3);
    CHECK(tokens[3].end == 8);
    CHECK(tokens[5].term == "flew");
    CHECK(tokens[5].position == 3);
}

TEST_CASE("compounds: of a long chain the names are those of its pieces, and no word is lost") {
    std::string chain = "a";
    for (int i = 0; i < 1000; ++i) chain += "-b";
    Analyzer analyzer = test::make_analyzer();
    CHECK(analyzer.analyze(chain).size() == 1001);
}

}  // namespace
