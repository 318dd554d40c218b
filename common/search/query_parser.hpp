// question -> tree. Words side by side are ANDed; "..." makes a phrase; field:word, field:"...",
// field:(...); AND, OR, NOT in capitals; -word; parentheses. NOT binds tighter than AND (written or
// not), AND tighter than OR.
#pragma once

#include "base/result.hpp"
#include "search/query.hpp"

#include <string_view>

namespace sitrep {

/// Questions longer than this, or with more leaves, or nested deeper, are refused.
/// As many terms, after the analysis, may be asked for as there may be leaves: see find_surplus().
inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxQueryLeaves = 256;
inline constexpr std::size_t kMaxQueryDepth = 64;

/// Fails with BadQuery; the message holds the question and a caret under the place. `today` is what
/// `date:today` means. Malformed UTF-8 in `text` becomes U+FFFD.
///
/// What the tree keeps to: an AND or OR has two children at least; something is found wherever
/// something is excluded, so a NOT stands only in an AND that has another child; an inner field
/// overrides an outer one (`title:(a section:b)`); words side by side beside a written AND make an
/// implicit AND inside the explicit one.
Result<QueryPtr> parse_query(std::string_view text, const Day& today);

/// Plain words in one implicit AND (one word: that word; none: no children): every character that
/// is not part of a word separates; operators mean nothing. Nothing is refused: what
/// stands past kMaxQueryBytes, and words past kMaxQueryLeaves, are left out.
QueryPtr parse_plain_words(std::string_view text);

}  // namespace sitrep
