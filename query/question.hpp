// From a question's text to the tree that the searcher takes, with the words of the database's own
// analyzer.
#pragma once

#include "base/result.hpp"
#include "query/word_tables.hpp"
#include "search/query.hpp"
#include "store/searcher.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// Gives a parsed question its terms, and other wordings where `tables` want them. One that asks
/// for more than kMaxQueryLeaves terms is a BadQuery when it was typed; of plain words the surplus
/// is left out.
Result<void> give_terms(Query& query, std::string_view text, bool plain_words, Analyzer& analyzer,
                        AcronymSource& acronyms, WordTables& tables);

/// Whether anything in the analysed question can be searched for: `*` and `&` cannot.
bool asks_for_something(const Query& query);

/// What --explain shows: the tree, then a line for each word with its terms.
std::string explain_question(const Query& query);

/// What --explain shows once the database has answered.
std::string explain_search(const HitList& list);

}  // namespace sitrep
