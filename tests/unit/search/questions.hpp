// Questions made ready for tests: parsed and analysed with this build's settings.
#pragma once

#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

namespace sitrep::test {

inline Analyzer current_analyzer() {
    Result<Analyzer> analyzer = Analyzer::create(AnalyzerConfig::current());
    REQUIRE(analyzer);
    return std::move(*analyzer);
}

inline QueryPtr analysed(std::string_view question, Analyzer& analyzer) {
    Result<QueryPtr> query = parse_query(question, {2021, 6, 15});
    REQUIRE_MESSAGE(query, question);
    analyze_query(**query, analyzer, StopWords::parse("the\nof\na\nand\ni\n"));
    return std::move(*query);
}

}  // namespace sitrep::test
