// question -> tree. The language is written down in query/sitrep-query-syntax.7; in short: words
// side by side are ANDed; "..." makes a phrase; field:word, field:"...", field:(...), field:a,b;
// AND, OR, XOR, NOT, NEAR/n, ADJ/n in capitals; -word, +word, word*, word~1, word^2, @name;
// parentheses. NEAR and ADJ bind tightest, then NOT, AND (written or not), XOR, OR.
#pragma once

#include "base/result.hpp"
#include "search/query.hpp"
#include "search/query_repair.hpp"
#include "search/saved_questions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Questions longer than this, or with more leaves, or nested deeper, are refused.
/// As many terms, after the analysis, may be asked for as there may be leaves: see find_surplus().
inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxQueryLeaves = 256;
inline constexpr std::size_t kMaxQueryDepth = 64;

/// Scans of the whole vocabulary that a question may ask for: see query_pattern.hpp.
inline constexpr std::size_t kMaxPatterns = 16;

struct ParseOptions {
    /// What was put right is noted here. Null: nothing is, and what could be is an error.
    std::vector<QueryRepair>* repairs = nullptr;
    SavedQuestions saved = {};
};

/// Fails with BadQuery; the message holds the question and a caret under the place. `today` is what
/// `date:today` means. Malformed UTF-8 in `text` becomes U+FFFD.
///
/// What the tree keeps to: an AND or OR has two children at least; something is found wherever
/// something is excluded, so a NOT stands only in an AND that has another child; an inner field
/// overrides an outer one (`title:(a section:b)`); words side by side beside a written AND make an
/// implicit AND inside the explicit one.
Result<QueryPtr> parse_query(std::string_view text, const Day& today,
                             const ParseOptions& options = {});

/// How a question was read, for a person: with its repairs made, where that alone reads the same;
/// among heaps of operators it may not, and then it is the tree. `options` are those that it was
/// parsed with, `query` what came of it.
std::string question_as_read(std::string_view text, const Query& query, const Day& today,
                             const ParseOptions& options);

/// Plain words in one implicit AND (one word: that word; none: no children): every character that
/// is not part of a word separates; operators mean nothing. Nothing is refused: what
/// stands past kMaxQueryBytes, and words past kMaxQueryLeaves, are left out.
QueryPtr parse_plain_words(std::string_view text);

}  // namespace sitrep
