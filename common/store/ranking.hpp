// From a question to its ranked list: weights, relaxing, feedback, order. Included by this folder
// only. Only classes that every Xapian server knows are used.
#pragma once

#include "search/query.hpp"
#include "search/search_options.hpp"
#include "store/feedback.hpp"
#include "store/query_compiler.hpp"
#include "text/analyzer.hpp"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep {

struct Ranking {
    RankedQuery query;  ///< what was asked in the end: strict or relaxed
    /// [offset, offset + limit) of the one list that there is. Weights within 1e-6 of their
    /// neighbour's are equal, and equal ones are ordered by Slot::Order, the last first. A thousand
    /// that are equal to the last bit are so among themselves alone.
    std::vector<RankedHit> hits;
    std::uint64_t total = 0;
    bool total_is_estimate = false;
    std::uint64_t total_with_all = 0;
    std::vector<std::string> optional_words;  ///< empty: every word was asked for
    std::vector<std::string> learnt_words;    ///< stems that feedback added
};

/// BM25; the parameters are between those that long and short texts like best. HACKING.md,
/// "Ranking".
Xapian::BM25Weight weighting();

/// Throws what Xapian throws.
Ranking rank(const Xapian::Database& database, const Query& query, const SearchOptions& options,
             Analyzer& analyzer);

}  // namespace sitrep
