// Tokens as a line of text, so that a test reads as a table.
#pragma once

#include "text/analyzer.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace sitrep::test {

inline Analyzer make_analyzer() { return *Analyzer::create(AnalyzerConfig::current()); }

/// "f 35a =f35a:2 ^f35:2": words by position, and behind a chain of words what they are called:
/// `=` by name, `&` as one of several, `^` as a kind, `+` joined; `:2` on two words.
inline std::string terms_of(std::string_view text) {
    constexpr std::string_view kRoles[] = {"", "+", "=", "&", "^"};
    Analyzer analyzer = make_analyzer();
    std::string out;
    for (const Token& token : analyzer.analyze(text)) {
        if (!out.empty()) out += ' ';
        out += kRoles[static_cast<std::size_t>(token.role)];
        out += token.term;
        if (token.width > 1) out += ":" + std::to_string(token.width);
    }
    return out;
}

struct TokenRow {
    std::string_view text;
    std::string_view terms;
};

/// Each text has these terms.
inline void check_terms(std::initializer_list<TokenRow> rows) {
    for (const TokenRow& row : rows) {
        CAPTURE(row.text);
        CHECK(terms_of(row.text) == row.terms);
    }
}

}  // namespace sitrep::test
