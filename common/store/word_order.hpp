// What articles gain by holding the words of a question in its order. Included by this folder only.
#pragma once

#include "search/query.hpp"
#include "store/known_terms.hpp"
#include "store/word_compiler.hpp"

#include <xapian.h>

#include <vector>

namespace sitrep::word_order {

/// Neighbouring plain words of what is asked for, side by side in the text as they are written. All
/// pairs of a question together count as a quarter of a word: more would rank by the chance pairs
/// of long questions.
std::vector<Xapian::Query> side_by_side(const std::vector<const Query*>& asked,
                                        const KnownTerms& terms);

/// All of it word for word in a headline: who pastes one wants its article first. None of fewer
/// than four words, as they stand between blanks, which are a subject; none of more than 40, and
/// where there is more than words.
Xapian::Query headline(const std::vector<const Query*>& asked, const WordCompiler& compiler);

}  // namespace sitrep::word_order
