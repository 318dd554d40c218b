// How a question is to be answered.
#pragma once

#include "model/facets.hpp"
#include "model/timeline.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

enum class SortOrder { Relevance, Date };

struct SearchOptions {
    std::uint64_t offset = 0;
    std::uint64_t limit = 10;
    SortOrder sort = SortOrder::Relevance;
    bool snippets = true;  ///< off: hits come without snippets and highlights, and cost less
    bool exact_total =
        false;  ///< count every match, however many; otherwise large totals may be estimates
    std::vector<Facet> facets = {};       ///< to count all matches by; the total is exact then
    std::optional<Period> timeline = {};  ///< to count all matches by; the total is exact then

    std::string without = {};  ///< the unique term of an article that is no hit; empty: none

    bool counts_matches() const { return !facets.empty() || timeline.has_value(); }
};

}  // namespace sitrep
