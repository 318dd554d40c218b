// What the patterns of a question stand for in a corpus.
#pragma once

#include "search/query.hpp"
#include "search/term_source.hpp"

namespace sitrep {

/// So many words are looked for, of one pattern: the nearest ones, then the most frequent.
inline constexpr std::size_t kMaxPatternForms = 200;
/// Of a field of exact values, where a value is as frequent as another, and none may be left out:
/// find_excess() refuses more. Xapian takes a second for so many.
inline constexpr std::size_t kMaxExactForms = 20'000;

/// Fills the forms of every pattern of an analysed question.
void find_pattern_forms(Query& query, TermSource& terms);

}  // namespace sitrep
