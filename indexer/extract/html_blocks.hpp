// The running text of an HTML tree as blocks, in reading order.
#pragma once

#include "indexer/extract/dom.hpp"
#include "indexer/extract/html_roles.hpp"
#include "model/article.hpp"

#include <vector>

namespace sitrep {

struct HtmlBlocks {
    std::vector<Block> blocks;
    std::vector<std::size_t> holders;  ///< the innermost element that each begins in
};

/// Every block of text on the page: what stands outside roles.story, or inside a furniture element,
/// is marked so.
HtmlBlocks html_blocks(const HtmlTree& tree, const HtmlRoles& roles);

}  // namespace sitrep
