// The head of pasted text: the few lines before its first paragraph of prose. At most one of them
// is the headline; days, bylines, outlets, places and units are credits wherever they stand.
#pragma once

#include "indexer/extract/lines.hpp"

#include <vector>

namespace sitrep {

/// Reads the head: what it says goes to the places of `header` that are still empty,
/// and its headline, deck, bylines and days leave `blocks`; an outlet's name above the headline and
/// lines of places and units among the credits are marked as furniture. False, and nothing is
/// changed, where the lines have no credit or are more than a head has.
bool take_pasted_head(std::vector<TextBlock>& blocks, ArticleHeader& header);

}  // namespace sitrep
