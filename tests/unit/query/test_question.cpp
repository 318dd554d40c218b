#include "query/command.hpp"
#include "query/explain.hpp"
#include "query/question.hpp"
#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sitrep {
namespace {

QueryPtr analysed(std::string_view question) {
    Result<Analyzer> analyzer = Analyzer::create(AnalyzerConfig::current());
    REQUIRE(analyzer);
    Result<QueryPtr> query = parse_query(question, {2021, 6, 15});
    REQUIRE(query);
    analyze_query(**query, *analyzer, StopWords::parse("the"));
    return std::move(*query);
}

class NoWordings : public WordingSource {
  public:
    std::vector<AcronymMeaning> meanings_of(std::string_view) override { return {}; }
    std::vector<AcronymMeaning> acronyms_of(std::string_view) override { return {}; }
    bool holds(std::string_view, Field) override { return false; }
    bool holds_unjoined(std::string_view) override { return false; }
};

class NoTerms : public TermSource {
  public:
    std::vector<PatternForm> terms(Field, std::string_view, const WordJudge&) override {
        return {};
    }
    std::uint64_t articles_with(Field, const QueryTerm&) override { return 0; }
};

}  // namespace

TEST_CASE("question: what holds no word asks for nothing") {
    CHECK(!asks_for_something(*analysed("*** (% \"!\")")));
    CHECK(asks_for_something(*analysed("*** x")));
    CHECK(asks_for_something(*analysed("date:2015")));
}

TEST_CASE("question: of too many terms a typed one is refused, plain words are cut") {
    std::string joined = "sea";
    for (std::size_t i = 0; i < kMaxQueryLeaves; ++i) joined += "-sea";
    Result<Analyzer> analyzer = Analyzer::create(AnalyzerConfig::current());
    REQUIRE(analyzer);
    NoWordings none;
    NoTerms no_terms;
    WordTables tables{StopWords::parse("the"), {}, {}, true};
    const QueryPtr typed = std::move(*parse_query("navy " + joined, {2021, 6, 15}));
    const Result<void> given =
        give_terms(*typed, "navy " + joined, false, {*analyzer, none, no_terms, {}}, tables);
    REQUIRE(!given);
    CHECK(given.error().code == ErrorCode::BadQuery);
    CHECK(given.error().message.starts_with("too many words: 256 at most\n"));
    const QueryPtr plain = parse_plain_words("9/" + joined);
    CHECK(give_terms(*plain, joined, true, {*analyzer, none, no_terms, {}}, tables));
    CHECK(find_surplus(*plain) == nullptr);
}

TEST_CASE("question: is explained by its tree and each word's terms") {
    CHECK(explain_question(*analysed("the ships title:\"sea trials\" date:2015-02 -& F 35")) ==
          "question: (and the ships (phrase title:\"sea trials\") date:2015-02 -& F 35)\n"
          "  the -> the (stop word, not asked for)\n"
          "  ships -> ships (stem ship)\n"
          "  title:\"sea trials\" -> sea, trials\n"
          "  date:2015-02 -> 2015-02-01..2015-02-28\n"
          "  -& -> nothing that can be searched\n"
          "  F 35 -> f35 (designator) or f 35 (the words, side by side or not)\n");
    HitList list;
    list.explanation = "Query(a)";
    list.search_ms = 2.5;
    list.elapsed_ms = 4;
    CHECK(explain_search(list, {0.25, 1}) ==
          "optional: none\nsearched: Query(a)\n"
          "time: question 0.2 ms, its words 1.0 ms, search 2.5 ms, snippets 1.5 ms\n");
}

TEST_CASE("question: --help-fields shows every field with its names") {
    const std::string text = fields_text();
    for (const FieldRow& row : kFields) {
        CHECK(("\n" + text).find("\n" + std::string(row.name)) != std::string::npos);
        CHECK(text.find(row.help) != std::string::npos);
        CHECK(text.find(row.example) != std::string::npos);
    }
}

}  // namespace sitrep
