// Tokens as a line of text, so that a test reads as a table.
#pragma once

#include "text/analyzer.hpp"

#include <string>
#include <string_view>

namespace sitrep::test {

inline Analyzer make_analyzer() { return *Analyzer::create(AnalyzerConfig::current()); }

/// "japan 2015 f35a|f35|f|35a": main terms by position, alternates behind them.
inline std::string terms_of(std::string_view text) {
    Analyzer analyzer = make_analyzer();
    std::string out;
    for (const Token& token : analyzer.analyze(text)) {
        if (!out.empty()) out += token.alternate ? "|" : " ";
        out += token.term;
    }
    return out;
}

}  // namespace sitrep::test
