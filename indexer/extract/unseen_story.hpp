// The story of a page whose script would have shown it: saved without having run, the text stands
// in the page's data only.
#pragma once

#include "indexer/extract/page_facts.hpp"
#include "model/article.hpp"

#include <vector>

namespace sitrep {

/// The blocks of the JSON-LD articleBody, or else of the longest text in the page's state
/// (`<script id=__NEXT_DATA__>` and other scripts of JSON), where `shown`, the page's own blocks,
/// says next to nothing else. Empty in all other cases: nothing that is shown is lost.
std::vector<Block> unseen_story(const HtmlTree& tree, const PageFacts& facts,
                                const std::vector<Block>& shown);

}  // namespace sitrep
