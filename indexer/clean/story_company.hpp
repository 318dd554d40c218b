// What the classifier doubts of a page with markup, and what its company says of it: the trees see
// a block and its surroundings, not what became of those. A line among a story's paragraphs, a lead
// beside the container of the rest, the head of a table of which the rows are kept are the story's
// unless something speaks against them.
#pragma once

#include "indexer/clean/verdicts.hpp"

#include <vector>

namespace sitrep {

struct Likelihood {
    const std::vector<float>& odds;
    float bar;  ///< what a block must pass to be the story by itself
};

/// Adds to `kept` the blocks that go with those in it. `open`: those that nothing but their odds
/// has judged.
void keep_company(const PageView& page, const Likelihood& likelihood, const std::vector<bool>& open,
                  std::vector<bool>& kept);

}  // namespace sitrep
