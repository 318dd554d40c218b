// Who wrote the story of a page that was saved as plain text, and when: from the lines around its
// headline, where menus, share bars and reading times stand between.
#pragma once

#include "indexer/extract/lines.hpp"
#include "model/article.hpp"

#include <cstddef>
#include <vector>

namespace sitrep {

/// Fills header.authors and header.published where they are empty, from the lines behind the
/// headline at `headline` until the story runs, and from the few before it. Takes no line away.
void read_page_credits(const std::vector<TextBlock>& blocks, std::size_t headline,
                       ArticleHeader& header);

}  // namespace sitrep
