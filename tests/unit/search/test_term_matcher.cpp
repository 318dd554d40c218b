#include "questions.hpp"
#include "search/term_matcher.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sitrep {
namespace {

/// `text` with brackets round what matched, a phrase's words in braces.
std::string marked(std::string_view question, const std::string& text, Field place = Field::Body) {
    Analyzer analyzer = test::current_analyzer();
    const QueryPtr query = test::analysed(question, analyzer);
    std::string out;
    std::size_t at = 0;
    for (const TermMatch& match : TermMatcher(*query).find(analyzer.analyze(text), place)) {
        if (match.range.begin < at) continue;
        out += text.substr(at, match.range.begin - at) + (match.in_phrase ? "{" : "[");
        out += text.substr(match.range.begin, match.range.end - match.range.begin);
        out += match.in_phrase ? "}" : "]";
        at = match.range.end;
    }
    return out + text.substr(at);
}

}  // namespace

TEST_CASE("term matcher: a word matches its other forms") {
    CHECK(marked("ship", "Ships were shipping.") == "[Ships] were [shipping].");
    CHECK(marked("cafe", "The caf\u00E9s closed.") == "The [caf\u00E9s] closed.");
}

TEST_CASE("term matcher: a designator matches in any spelling, never by a stem") {
    CHECK(marked("f35", "An F\u201135 and an F 35 flew.") == "An [F\u201135] and an [F 35] flew.");
}

TEST_CASE("term matcher: a phrase matches its exact words side by side") {
    CHECK(marked("\"sea trial\"", "A sea, a trial; the sea trial of sea trials.") ==
          "A sea, a trial; the {sea} {trial} of sea trials.");
    CHECK(marked("\"a a b\"", "a a a b") == "a {a} {a} {b}");
    CHECK(marked("\"sea trial\" trial", "trial, sea trial") == "[trial], {sea} {trial}");
}

TEST_CASE("term matcher: words near one another match where they are near, in each order or one") {
    CHECK(marked("sea NEAR/2 trial", "sea trial, trial x sea, sea x x trial") ==
          "{sea} {trial}, {trial} x {sea}, sea x x trial");
    CHECK(marked("sea ADJ/2 trial", "trial x sea, sea x trial") == "trial x sea, {sea} x {trial}");
    CHECK(marked("F-35 ADJ/1 pilot", "An F-35 pilot, an F-35 a pilot") ==
          "An {F-35} {pilot}, an F-35 a pilot");
    CHECK(marked("(sea OR land) NEAR/3 \"power play\" NEAR/3 x", "land a x b power play") ==
          "{land} a {x} b {power} {play}");
    CHECK(marked("(sea OR land) NEAR/2 \"power play\"", "land a power a play") ==
          "land a power a play");
}

TEST_CASE("term matcher: what is excluded and stop words are not marked") {
    CHECK(marked("sea -trial", "sea trial") == "[sea] trial");
    CHECK(marked("the sea", "the sea") == "the [sea]");
    CHECK(marked("the", "the sea") == "[the] sea");
}

TEST_CASE("term matcher: a field's words match in their field only") {
    CHECK(marked("title:sea trial", "sea trial", Field::Body) == "sea [trial]");
    CHECK(marked("title:sea trial", "sea trial", Field::Title) == "[sea] [trial]");
    CHECK(marked("section:sea", "sea trial", Field::Title) == "sea trial");
}

TEST_CASE("term matcher: the same word asked for twice is one word") {
    Analyzer analyzer = test::current_analyzer();
    const QueryPtr query = test::analysed("sea seas sea \"sea\" \"sea\" title:sea", analyzer);
    CHECK(TermMatcher(*query).word_count() == 3);
}

TEST_CASE("term matcher: a text of nothing but matches has a bounded number of them") {
    Analyzer analyzer = test::current_analyzer();
    const QueryPtr query = test::analysed("b \"b b\" \"b b b\"", analyzer);
    std::string text;
    for (int i = 0; i < 30'000; ++i) text += "b ";
    const auto matches = TermMatcher(*query).find(analyzer.analyze(text), Field::Body);
    CHECK(matches.size() >= TermMatcher::kMaxMatches);
    CHECK(matches.size() < TermMatcher::kMaxMatches + 10);
}

}  // namespace sitrep
