// How a question is to be answered.
#pragma once

#include <cstdint>

namespace sitrep {

enum class SortOrder { Relevance, Date };

struct SearchOptions {
    std::uint64_t offset = 0;
    std::uint64_t limit = 10;
    SortOrder sort = SortOrder::Relevance;
    bool snippets = true;  ///< off: hits come without snippets and highlights, and cost less
    bool exact_total =
        false;  ///< count every match, however many; otherwise large totals may be estimates
    bool fold_copies = false;  ///< copies of an article are one hit
};

}  // namespace sitrep
