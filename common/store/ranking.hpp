// From a compiled question to its ranked list: weights, relaxing, order. Included by this folder
// only. Only classes that every Xapian server knows are used.
#pragma once

#include "search/search_options.hpp"
#include "store/query_compiler.hpp"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep {

struct Ranking {
    Xapian::Query query;  ///< what was asked in the end: strict or relaxed
    Xapian::MSet hits;    ///< [offset, offset + limit) of the one list that there is
    std::uint64_t total_with_all = 0;
    std::vector<std::string> optional_words;  ///< empty: every word was asked for
};

/// Throws what Xapian throws.
Ranking rank(const Xapian::Database& database, const CompiledQuery& compiled,
             const SearchOptions& options);

}  // namespace sitrep
