// The words of a database by themselves, as TermSource promises them. Included by this folder only.
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

}  // namespace sitrep::word_list
