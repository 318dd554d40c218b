#include "questions.hpp"
#include "search/pattern_forms.hpp"
#include "search/query_excess.hpp"

#include <doctest/doctest.h>

namespace sitrep {
namespace {

/// Of each pattern `forms` words, of which `left_out` more are not looked for.
void fill_patterns(Query& query, std::size_t forms, std::uint64_t left_out) {
    if (auto* pattern = std::get_if<PatternQuery>(&query.node)) {
        for (std::size_t i = 0; i < forms; ++i) pattern->forms.push_back({std::to_string(i), 1});
        pattern->left_out = left_out;
    }
    each_child(query, [&](Query& child) { fill_patterns(child, forms, left_out); });
}

std::string excess(std::string_view question, std::size_t forms = 200, std::uint64_t left_out = 0) {
    Analyzer analyzer = test::current_analyzer();
    const QueryPtr query = test::analysed(question, analyzer);
    fill_patterns(*query, forms, left_out);
    const std::optional<QueryExcess> found = find_excess(*query);
    return found ? found->what : "";
}

}  // namespace

TEST_CASE("query excess: values may not be left out, words may") {
    CHECK(excess("missil*", kMaxPatternForms, 9).empty());
    CHECK(excess("radar -path:*.html", kMaxExactForms, 0).empty());
    CHECK(excess("radar -path:*.html", kMaxExactForms, 9) ==
          "20009 values fit this: 20000 at most");
}

TEST_CASE("query excess: words near one another are looked for in so many orders") {
    const std::string wide = "(ac* OR be* OR co* OR de*)";
    CHECK(excess("missil* NEAR/5 radar* NEAR/5 navy").empty());
    CHECK(excess("missil* NEAR/5 radar* NEAR/5 nav* NEAR/5 ship*") ==
          "too many words near one another, in too many orders");
    CHECK(excess("missil* ADJ/5 radar* ADJ/5 nav* ADJ/5 ship*").empty());
    CHECK(
        !excess("+radar (x OR (" + wide + " NEAR/20 " + wide + " NEAR/20 " + wide + "))").empty());
}

TEST_CASE("query excess: phrases near one another are windows each") {
    const std::string some = "(\"a b\" OR \"c d\" OR \"e f\")";
    const std::string many = "(\"a b\" OR \"c d\" OR \"e f\" OR \"g h\" OR \"i j\" OR \"k l\")";
    CHECK(excess(some + " NEAR/5 " + some + " NEAR/5 " + some).empty());  // 6 orders of 27
    CHECK(!excess(many + " NEAR/5 " + many + " NEAR/5 " + many).empty());
}

}  // namespace sitrep
