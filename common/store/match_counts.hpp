// How often each value of some slots stands in the articles that a query matches: a pass of its
// own, unweighted. Included by this folder only.
#pragma once

#include "model/index_document.hpp"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sitrep {

/// Value to number of articles; no empty value.
using ValueCounts = std::vector<std::pair<std::string, std::uint64_t>>;

struct MatchCounts {
    std::uint64_t articles = 0;
    std::map<Slot, ValueCounts> slots;
};

/// Of all that match `query`. Throws what Xapian throws.
MatchCounts count_values(const Xapian::Database& database, const Xapian::Query& query,
                         const std::vector<Slot>& slots);

/// Of the whole database.
ValueCounts count_all_values(const Xapian::Database& database, Slot slot);

}  // namespace sitrep
