#include "base/utf8.hpp"
#include "questions.hpp"
#include "search/highlighter.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace sitrep {
namespace {

std::string bracketed(const std::string& text, const std::vector<ByteRange>& ranges) {
    std::string out;
    std::size_t at = 0;
    for (const ByteRange& range : ranges) {
        REQUIRE(range.begin >= at);
        REQUIRE(range.end <= text.size());
        out += text.substr(at, range.begin - at) + "[" +
               text.substr(range.begin, range.end - range.begin) + "]";
        at = range.end;
    }
    return out + text.substr(at);
}

Article article(std::vector<Section> sections) {
    Article result;
    result.sections = std::move(sections);
    return result;
}

struct Shown {
    std::string text;  ///< with brackets round the highlights
    std::string heading;
};

Shown snippet(std::string_view question, const Article& article, SnippetOptions options = {}) {
    Analyzer analyzer = test::current_analyzer();
    const QueryPtr query = test::analysed(question, analyzer);
    const Snippet result = Highlighter(*query, analyzer, options).snippet(article);
    CHECK(utf8::is_valid(result.text));
    return {bracketed(result.text, result.highlights), result.heading};
}

const Article kExercise = article({
    {"",
     {"Two fleets met off the coast on Tuesday for a drill that both call routine.",
      "Officers said the weather was calm."}},
    {"Cyber", {"A team from Japan defended a network for three days against a red cell."}},
    {"Space", {"Satellites from Japan watched. A closing word on lasers stands only here."}},
});

}  // namespace

TEST_CASE("highlighter: the snippet comes from where the word is, be it the last paragraph") {
    const Shown shown = snippet("lasers", kExercise);
    CHECK(shown.text.find("[lasers]") != std::string::npos);
    CHECK(shown.heading == "Space");
}

TEST_CASE("highlighter: the section that the question names is preferred") {
    const Shown shown = snippet("section:cyber japan", kExercise);
    CHECK(shown.heading == "Cyber");
    CHECK(shown.text.find("A team from [Japan] defended") != std::string::npos);
    CHECK(snippet("section:space japan", kExercise).heading == "Space");
    CHECK(snippet("section:space japan fleets", kExercise).heading == "Space");
}

TEST_CASE("highlighter: what stands under a heading's name comes from under that heading") {
    const Article pact = article({{"", {"Japan signed on Tuesday in the rain."}},
                                  {"ISR", {"Drones from Misawa will look further out to sea."}}});
    const Shown shown = snippet("section:isr japan misawa", pact);
    CHECK(shown.heading == "ISR");
    CHECK(shown.text.find("Tuesday") == std::string::npos);
    CHECK(snippet("japan misawa", pact).heading.empty());
}

TEST_CASE("highlighter: a section named alone is shown from its beginning") {
    const Shown shown = snippet("section:cyber", kExercise);
    CHECK(shown.heading == "Cyber");
    CHECK(shown.text.starts_with("A team from Japan"));
}

TEST_CASE("highlighter: without a match the text's beginning is shown") {
    CHECK(snippet("outlet:herald", kExercise).text.starts_with("Two fleets met"));
    CHECK(snippet("zeppelin", article({})).text.empty());
    CHECK(snippet("zeppelin", article({{"", {"", "  "}}})).text.empty());
}

TEST_CASE("highlighter: fragments are joined by an ellipsis") {
    const Shown shown = snippet("fleets lasers", kExercise, {3, 120});
    CHECK(shown.text.find("[fleets]") != std::string::npos);
    CHECK(shown.text.find(" … ") != std::string::npos);
    CHECK(shown.text.find("[lasers]") != std::string::npos);
}

TEST_CASE("highlighter: the original spelling stays and is marked whole") {
    const Article jets = article({{"", {"The F\u201135s of \u0141\u00F3d\u017A\nflew."}}});
    CHECK(snippet("lodz", jets).text == "The F\u201135s of [\u0141\u00F3d\u017A] flew.");
}

TEST_CASE("highlighter: a word of the deck is shown from the deck") {
    Article with_deck = kExercise;
    with_deck.header.deck = "What the drill means for torpedoes";
    CHECK(snippet("torpedoes", with_deck).text.find("[torpedoes]") != std::string::npos);
    CHECK(snippet("deck:torpedoes", with_deck).text.find("[torpedoes]") != std::string::npos);
}

TEST_CASE("highlighter: headlines are marked by words without a field and words of the title") {
    Analyzer analyzer = test::current_analyzer();
    const QueryPtr query = test::analysed("fleet title:sea section:drill", analyzer);
    const std::string title = "Fleets drill at sea";
    CHECK(bracketed(title, Highlighter(*query, analyzer).highlights(title)) ==
          "[Fleets] drill at [sea]");
}

TEST_CASE("highlighter: what matched is shown however far down it stands") {
    std::string lines;
    while (lines.size() < 700'000) lines += "Officers said the weather was calm. ";
    const std::string end = lines + "The quixotonium coating failed. Officers left.";
    for (const Article& report : {article({{"", {end}}}), article({{"", {lines, end}}}),
                                  article({{"", {lines}}, {"Findings", {end}}})}) {
        for (const auto& [question, marked] :
             {std::pair("quixotonium", "[quixotonium] coating"),
              std::pair("\"quixotonium coating\"", "[quixotonium] [coating]"),
              std::pair("calm coating", "quixotonium [coating]")}) {
            CAPTURE(question);
            const Shown shown = snippet(question, report);
            CHECK(shown.text.find(marked) != std::string::npos);
        }
    }
    CHECK(snippet("quixotonium", article({{"", {lines}}, {"Findings", {end}}})).heading ==
          "Findings");
}

TEST_CASE("highlighter: a phrase is found wherever a long text is cut") {
    for (const std::size_t cut : {262'144U, 327'680U}) {
        for (std::size_t before = cut - 30; before < cut + 900; before += 13) {
            std::string text;
            while (text.size() < before) text += "a calm sea ";
            text.resize(before, 'x');
            const Shown shown = snippet("\"grey whale\"", article({{"", {text + " grey whale"}}}));
            CHECK(shown.text.find("[grey] [whale]") != std::string::npos);
        }
    }
}

TEST_CASE("highlighter: hostile articles cost bounded time and give a bounded snippet") {
    const std::string wall(4'000'000, 'x');
    std::string repeated;
    for (int i = 0; i < 500'000; ++i) repeated += "japan ";
    const std::vector<Section> many(20'000, Section{"japan", {"japan"}});
    const auto start = std::chrono::steady_clock::now();
    for (const Article& hostile :
         {article({{"", {wall}}}), article({{"", {repeated}}}), article(many)}) {
        const Shown shown = snippet("japan xxx \"japan japan\" section:japan", hostile);
        CHECK(shown.text.size() < 2000);
        CHECK(!shown.text.empty());
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

}  // namespace sitrep
