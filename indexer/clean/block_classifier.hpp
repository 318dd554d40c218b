// How likely each block of a page is the story's: boosted decision trees over its row. The table is
// made by scripts/train_blocks and says from what.
#pragma once

#include "indexer/clean/verdicts.hpp"

#include <cstddef>
#include <vector>

namespace sitrep {

/// Log-odds of story for each block; above 0 it is likelier than not.
std::vector<float> story_odds(const PageView& page);

/// The number of columns that the trees were learned from: must be that of BlockRows.
std::size_t tree_columns();

}  // namespace sitrep
