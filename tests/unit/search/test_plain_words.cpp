#include "search/query_parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sitrep {

TEST_CASE("plain words: operators mean nothing, separators separate") {
    struct Case {
        std::string question, tree;
    };
    const std::vector<Case> cases = {
        {"japan cyber", "(and japan cyber)"},
        {"\"sea trial\" AND (navy OR -test)", "(and sea trial AND navy OR test)"},
        {"title:tank date:2015", "(and title tank date 2015)"},
        {"state-sponsored and/or", "(and state sponsored and or)"},
        {"the F-35A, AN/SPY-6.", "(and the F-35A AN/SPY-6.)"},
        {"U.S.-led China's \u201Cbases\u201D", "(and U.S. led China's bases)"},
        {"caf\u00E9\u2014na\u00EFve \u6D77\u519B", "(and caf\u00E9 na\u00EFve \u6D77\u519B)"},
        {"(((", "(and)"},
        {"", "(and)"},
        {"-- - . '", "(and)"},
        {"\xFF\xFEnavy\xC3", "navy"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.question);
        CHECK(to_string(*parse_plain_words(c.question)) == c.tree);
    }
}

TEST_CASE("plain words: what is too much is left out") {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "word ";
    const QueryPtr query = parse_plain_words(text);
    CHECK(std::get<AndQuery>(query->node).children.size() == kMaxQueryLeaves);
}

TEST_CASE("plain words: what is past the longest question is not read") {
    std::string text(kMaxQueryBytes - 2, ' ');
    CHECK(to_string(*parse_plain_words(text + "ab cd")) == "ab");
    CHECK(to_string(*parse_plain_words(text + "a\u00E9 cd")) == "a");
    CHECK(to_string(*parse_plain_words(text + "\u00E9 cd")) == "\u00E9");
    CHECK(to_string(*parse_plain_words(text + "\xFF"
                                              "b cd")) == "(and)");
}

TEST_CASE("plain words: know their column") {
    const QueryPtr query = parse_plain_words("\u201Csea\u201D state-run");
    const auto& children = std::get<AndQuery>(query->node).children;
    REQUIRE(children.size() == 3);
    CHECK(children[0]->column == 3);
    CHECK(children[1]->column == 10);
    CHECK(children[2]->column == 16);
}

}  // namespace sitrep
