// The words of a database by themselves, as TermSource promises them. Included by this folder only.
#pragma once

#include "search/query.hpp"

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace sitrep::word_list {

std::vector<PatternForm> terms(const Xapian::Database& database, Field field,
                               std::string_view beginning,
                               const std::function<bool(std::string_view)>& is_wanted);

std::uint64_t articles_with(const Xapian::Database& database, Field field, const QueryTerm& word);

}  // namespace sitrep::word_list
