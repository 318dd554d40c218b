// Gives the leaves of a question their terms, with the analyzer the database was built with.
#pragma once

#include "search/query.hpp"
#include "text/analyzer.hpp"
#include "text/stop_words.hpp"

#include <string>
#include <vector>

namespace sitrep {

/// Fills the units of every word and phrase. Words that sit side by side under one implicit AND are
/// analysed together where they touch (`F 35` is one designator), so neighbouring WordQuery leaves
/// may become one. Stop words are marked in words, unless nothing else is left in the question;
/// never in phrases. Words get their stems in each of `languages` too.
void analyze_query(Query& query, Analyzer& analyzer, const StopWords& stop_words,
                   const std::vector<std::string>& languages = {});

/// The leaf of the analysed `query` with the term that is one more than kMaxQueryLeaves, in reading
/// order; null where there are no more. A word such as `a-b-c` has several terms; stop words that
/// are left out do not count.
const Query* find_surplus(const Query& query);

/// Takes the surplus terms out of an analysed question of plain words.
void drop_surplus(Query& query);

}  // namespace sitrep
