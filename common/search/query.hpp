// The question as a tree. Every node knows where it stands in the user's text, and after
// analyze_query() what terms its words have; the compiler and the highlighter read the same leaves.
#pragma once

#include "model/fields.hpp"
#include "text/date.hpp"
#include "text/token.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace sitrep {

/// One token of a question: the index's names for it.
struct QueryTerm {
    std::string term;
    std::string stem;  ///< equal to `term` where stemming changes nothing
    TokenKind kind = TokenKind::Word;
    bool stop_word = false;
    friend bool operator==(const QueryTerm&, const QueryTerm&) = default;
};

struct Query;
using QueryPtr = std::unique_ptr<Query>;

/// A word as typed; `state-sponsored` is one Word of two terms.
struct WordQuery {
    std::string text;
    Field field = Field::Body;
    std::vector<QueryTerm> terms;  ///< filled by analyze_query(); empty: nothing searchable
};

/// Words in quotes: exact forms, side by side.
struct PhraseQuery {
    std::string text;
    Field field = Field::Body;
    std::vector<QueryTerm> terms;
};

struct DateQuery {
    std::string text;
    DayRange range;
};

struct AndQuery {
    std::vector<QueryPtr> children;
    bool implicit = true;  ///< words side by side, no AND written: may be relaxed
};

struct OrQuery {
    std::vector<QueryPtr> children;
};

struct NotQuery {
    QueryPtr child;
};

struct Query {
    std::size_t column = 0;  ///< byte offset of the node's first character in the question
    std::variant<WordQuery, PhraseQuery, DateQuery, AndQuery, OrQuery, NotQuery> node;
};

/// `(and japan (phrase "information sharing") section:cyber)`: for --explain and the tests.
std::string to_string(const Query& query);

}  // namespace sitrep
