#include "search/query_parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sitrep {
namespace {

constexpr Day kToday{2021, 6, 15};

TEST_CASE("query repair: what is put right reads as its repaired text does") {
    struct RepairCase {
        std::string question;
        std::string repaired;
    };
    for (const RepairCase& c : std::vector<RepairCase>{
             {"\u201Ca b\u201D", "\"a b\""},
             {"a \"b c", "a \"b c\""},
             {"a \"", "a"},
             {"(a (b", "(a (b))"},
             {"a)b )-c", "a b  -c"},
             {"(a \u201Cb", "(a \"b\")"},
             {"a \u2013b \u2212\"c d\"", "a -b -\"c d\""},
             {"a \u2212AND", "a"},
             {"a - b", "a b"},
             {"a ! \"b c\"", "a \"b c\""},
             {"- (a b", "(a b)"},
             {"a \u2013b,c", "a -b,c"},
             {"title:x -\"a b*\",c", "title:x -\"a b \",c"},
             {"a AND", "a"},
             {"a AND NOT OR", "a"},
             {"a AND OR b", "a  OR b"},
             {"a NOT OR b", "a  OR b"},
             {"(a NEAR/3) AND", "(a )"},
             {"OR a (XOR b)", "a ( b)"},
             {"a | b || c", "a b OR c"},
             {"a & b && (c &)", "a b AND (c )"},
             {"|| a", "a"},
             {"ships & boats | Harbor News", "ships boats Harbor News"},
             {"Source: ministry", "Source ministry"},
             {"section: cyber", "section:cyber"},
             {"x title: \"a b\"", "x title:\"a b\""},
             {"date:june 2015 navy", "date:\"june 2015\" navy"},
             {"date: since june 2015 navy", "date:\"since june 2015\" navy"},
             {"\"hyper* missile\"", "(hyper* ADJ/1 missile)"},
             {"x \"type 05*\"^2 -y", "x (type ADJ/1 05*)^2 -y"},
             {"\"hyper*\"", "(hyper*)"},
             {"title:\u201Chyper* missile\u201D", "title:(hyper* ADJ/1 missile)"},
             {"title:\"a b*\",c", "title:\"a b \",c"},
             {"x NEAR/5 \"a b*\"", "x NEAR/5 \"a b \""},
             {"\"a bc* d e f\"", "\"a bc  d e f\""},
             {"\"a, bc*\"", "\"a, bc \""},
             {"\" ab*\"", "\" ab \""},
             {"\"ab* c", "\"ab  c\""},
             {"an/spy*", "spy*"},
             {"title:(x AN/spy-6*)", "title:(x spy-6*)"},
             {"navy/arm*^2 x", "(navy ADJ/1 arm*)^2 x"},
         }) {
        CAPTURE(c.question);
        std::vector<QueryRepair> repairs;
        const Result<QueryPtr> query = parse_query(c.question, kToday, {&repairs, {}});
        REQUIRE(query);
        CHECK(repaired_question(c.question, repairs) == c.repaired);
        CHECK(!repair_notes(repairs).empty());
        const Result<QueryPtr> again = parse_query(c.repaired, kToday);
        REQUIRE(again);
        CHECK(to_string(**query) == to_string(**again));
        CHECK(!parse_query(c.question, kToday));
    }
}

}  // namespace
}  // namespace sitrep
