// The story of a page whose script would have shown it: saved without having run, the text stands
// in the page's data only.
#pragma once

#include "indexer/extract/page_facts.hpp"
#include "model/article.hpp"

#include <string_view>
#include <vector>

namespace sitrep {

/// The blocks of the JSON-LD articleBody, or else of the story in the page's state
/// (`<script id=__NEXT_DATA__>` and other scripts with JSON in them), where `shown`, the page's own
/// blocks, says little beside it: a third of it, or half where it has the page's headline. Empty in
/// all other cases: no story that is shown is lost. `page` is the markup.
std::vector<Block> unseen_story(std::string_view page, const PageFacts& facts,
                                const std::vector<Block>& shown);

}  // namespace sitrep
