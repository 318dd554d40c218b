#include "base/strings.hpp"
#include "questions.hpp"
#include "search/query_analysis.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sitrep {
namespace {

/// A unit's names, then its words in brackets where they are asked for too; `~` where these may
/// stand apart; stop words carry a `!`.
std::string shown(const std::vector<QueryUnit>& units) {
    std::string out;
    for (const QueryUnit& unit : units) {
        std::vector<std::string> parts;
        for (const QueryTerm& name : unit.names) parts.push_back(name.term);
        out += join(parts, "|");
        if (unit.by_name_only) continue;
        parts.clear();
        for (const QueryTerm& word : unit.words)
            parts.push_back(word.term + (word.stop_word ? "!" : ""));
        out += (unit.may_be_apart ? "~[" : "[") + join(parts, " ") + "]";
    }
    return units.empty() ? "[]" : out;
}

/// The units of each leaf.
std::string leaves(const Query& query) {
    if (const auto* word = std::get_if<WordQuery>(&query.node)) return shown(word->units);
    if (const auto* phrase = std::get_if<PhraseQuery>(&query.node))
        return "\"" + shown(phrase->units) + "\"";
    if (const auto* exclusion = std::get_if<NotQuery>(&query.node))
        return "-" + leaves(*exclusion->child);
    std::string out;
    const auto each = [&](const std::vector<QueryPtr>& children) {
        for (const QueryPtr& child : children) out += leaves(*child);
    };
    if (const auto* all = std::get_if<AndQuery>(&query.node)) each(all->children);
    if (const auto* either = std::get_if<OrQuery>(&query.node)) each(either->children);
    return out;
}

std::string leaves(std::string_view question) {
    Analyzer analyzer = test::current_analyzer();
    return leaves(*test::analysed(question, analyzer));
}

std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("query analysis: a word is called without the punctuation behind it") {
    Analyzer analyzer = test::current_analyzer();
    CHECK(
        to_string(*test::analysed("CVW 5, navy! AND U.S., SPY-6(V)1. AND \"at sea.\"", analyzer)) ==
        "(AND (and CVW 5 navy) (and U.S. SPY-6(V)1) (phrase \"at sea.\"))");
}

TEST_CASE("query analysis: neighbours that are one designator become one word") {
    CHECK(leaves("F-35") == "f35");
    CHECK(leaves("F35") == "f35");
    const std::string spaced = leaves("F 35");
    CHECK(spaced == "f35~[f 35]");  // the space may be only a space
    CHECK(leaves("F 35 deliveries") == spaced + leaves("deliveries"));
    CHECK(leaves("new F 35") == leaves("new") + spaced);
    CHECK(leaves("title:(F 35)") == spaced);
    CHECK(leaves("F 35 AND china") == spaced + "[china]");
    CHECK(leaves("lha 6") == "lha6~[lha 6]");
    CHECK(leaves("sm-3 block iia") == "sm3block2a~[sm3 block iia]");
    CHECK(leaves("uuu 0r2s") == "uuu0r2s~[uuu 0r2]");  // apart each is read as where it is alone
    CHECK(leaves("\"F 35\"") == "\"f35[f 35]\"");
}

TEST_CASE("query analysis: letters of a name may be a word of their own, one letter may not") {
    CHECK(leaves("Su-30MKI") == "su30mki[su 30 mki]");
    CHECK(leaves("su30mki") == "su30mki[su 30 mki]");
    CHECK(leaves("su-30mki") == "su30mki[su 30 mki]");
    CHECK(leaves("mid-term") == "midterm[mid term]");
    CHECK(leaves("covid19was") == "[covid19was]");
    CHECK(leaves("F15EX") == "f15ex[f 15 ex]");
    CHECK(leaves("F-16C") == "f16c");
    CHECK(leaves("MiG-29AS") == "mig29as");
    CHECK(leaves("M1A2") == "m1a2");
    CHECK(leaves("F-16CJ Block 50") == "f16cjblock50~[f16cj block 50]");
}

TEST_CASE(
    "query analysis: capitals and a number are a name alone where a text with a space has it") {
    CHECK(leaves("DDG-51") == "ddg51");
    CHECK(leaves("ATP-3") == "atp3");
    CHECK(leaves("SSBN-826") == "ssbn826");
    CHECK(leaves("MEKO-200") == "meko200[meko 200]");
    CHECK(leaves("LRIP-15") == "lrip15[lrip 15]");
}

TEST_CASE("query analysis: money is asked for without its currency") {
    CHECK(leaves("USD1.2 billion") == leaves("$1.2 billion"));
    CHECK(leaves("US$1.2 billion") == leaves("$1.2 billion"));
    CHECK(leaves("EUR1.2bn") == leaves("1.2bn"));
}

TEST_CASE("query analysis: only words of one field that touch are joined") {
    CHECK(leaves("F AND 35") == "[f][35]");
    CHECK(leaves("F OR 35") == "[f][35]");
    CHECK(leaves("F title:35") == "[f][35]");
    CHECK(leaves("F \u2013 35") != leaves("F-35"));
    CHECK(leaves("F -35") == "[f]-[35]");
}

TEST_CASE("query analysis: a word of several tokens keeps several terms") {
    CHECK(leaves("state-sponsored") == "statesponsored[state sponsored]");
    CHECK(leaves("\"state sponsored\"") == "\"[state][sponsored]\"");
    CHECK(leaves("F-35-based") == "f35[based]");
}

TEST_CASE("query analysis: an exact field has its text as one term") {
    CHECK(leaves("lang:EN") == "[en]");
    CHECK(leaves("lang:pt-BR") == "[pt]");
}

TEST_CASE("query analysis: stop words are marked unless nothing else is asked for") {
    CHECK(leaves("the state of japan") == "[the!][state][of!][japan]");
    CHECK(leaves("the of") == "[the][of]");
    CHECK(leaves("the -japan") == "[the]-[japan]");
    CHECK(leaves("japan -the") == "[japan]-[the]");
    CHECK(leaves("japan \"the state\"") == "[japan]\"[the][state]\"");
    CHECK(leaves("the date:2015") == "[the!]");
}

TEST_CASE("query analysis: what nothing can be searched for has no terms") {
    CHECK(leaves("% japan") == "[][japan]");
    CHECK(leaves("\"!!\" japan") == "[japan]");
    CHECK(leaves("\"!!\"") == "\"[]\"");
}

TEST_CASE("query analysis: terms are counted, to the one that is too many") {
    Analyzer analyzer = test::current_analyzer();
    std::string joined = "sea";
    for (std::size_t i = 1; i < kMaxQueryLeaves; ++i) joined += "-sea";
    CHECK(find_surplus(*test::analysed(joined, analyzer)) == nullptr);
    CHECK(find_surplus(*test::analysed(joined + " the", analyzer)) == nullptr);
    for (const char* more : {" navy", " OR navy", " -navy", " \"navy\""}) {
        const QueryPtr query = test::analysed(joined + more, analyzer);
        const Query* surplus = find_surplus(*query);
        REQUIRE(surplus != nullptr);
        CHECK(surplus->column + 4 >= joined.size());
    }
    CHECK(find_surplus(*test::analysed("\"" + joined + " navy\"", analyzer)) != nullptr);
}

TEST_CASE("query analysis: an I beside a capital is a number") {
    CHECK(leaves("I MEF") == "[i][mef]");
    CHECK(leaves("World War I") == "[world][war][i]");
    CHECK(leaves("ships I know") == "[ships][i!][know]");
    CHECK(leaves("PAPERS THAT I WANT NOW") == "[papers][that][i!][want][now]");
}

TEST_CASE("query analysis: plain words lose their surplus terms, stop words aside") {
    Analyzer analyzer = test::current_analyzer();
    std::string text;
    for (int i = 0; i < 250; ++i) text += (i % 2 == 0 ? "the " : "9/navy ");
    const auto terms_left = [&](std::string_view question) {
        const QueryPtr query = parse_plain_words(question);
        analyze_query(*query, analyzer, StopWords::parse("the\n"));
        drop_surplus(*query);
        std::size_t asked = 0;
        for (const char c : leaves(*query)) asked += c == ' ' || c == '[' ? 1U : 0U;
        for (const std::string_view none : {"!", "[]"}) asked -= occurrences(leaves(*query), none);
        CHECK(find_surplus(*query) == nullptr);
        return asked;
    };
    CHECK(terms_left(text) == 250);
    std::string joined = "9";
    for (int i = 0; i < 400; ++i) joined += "/navy";
    CHECK(terms_left(joined) == kMaxQueryLeaves);
    CHECK(terms_left("fleet " + joined + " fleet") <= kMaxQueryLeaves);
    CHECK(terms_left(joined + " " + joined) == kMaxQueryLeaves);
}

TEST_CASE("query analysis: a lone word left by joining takes the place of its AND") {
    Analyzer analyzer = test::current_analyzer();
    const QueryPtr query = test::analysed("F 35", analyzer);
    CHECK(to_string(*query) == "F 35");
    CHECK(std::holds_alternative<WordQuery>(query->node));
}

}  // namespace sitrep
