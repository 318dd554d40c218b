// Gives the words of a question their other wordings: see search/wordings.hpp.
#pragma once

#include "search/query.hpp"
#include "search/vocabulary.hpp"
#include "search/wording_source.hpp"
#include "text/analyzer.hpp"

namespace sitrep {

/// Adds expansions to the words of an analysed question, and makes runs of neighbouring words that
/// have another wording together one RunQuery; the longest run wins. Quotes, words under a NOT, and
/// the fields of names (author, outlet) stay as they are.
///
/// What an acronym stands for is what the corpus says: the long forms its articles define (those at
/// least a tenth as often as the most frequent one), and only where it defines none, those of the
/// vocabulary that some article holds. A long form leads to its acronym by the same rule. What the
/// user's own table says holds beside that.
void expand_query(Query& query, Analyzer& analyzer, Vocabulary& vocabulary, WordingSource& corpus);

}  // namespace sitrep
