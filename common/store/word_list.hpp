// The words of a database by themselves, as TermSource and WordingSource promise them. Included by
// this folder only.
#pragma once

#include "search/query.hpp"
#include "search/term_source.hpp"

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::word_list {

std::vector<PatternForm> terms(const Xapian::Database& database, Field field,
                               std::string_view beginning, const WordJudge& judge);

std::uint64_t articles_with(const Xapian::Database& database, Field field, const QueryTerm& word);

/// Whether some article holds the words, separated by spaces, side by side in that field.
bool holds(const Xapian::Database& database, std::string_view words, Field field);
/// Whether some article's text has it otherwise than as a name on several words.
bool holds_unjoined(const Xapian::Database& database, std::string_view word);

}  // namespace sitrep::word_list
