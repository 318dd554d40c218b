// Who wrote an HTML page's article, from the page's marked-up and visible places.
#pragma once

#include "indexer/extract/dom.hpp"
#include "indexer/extract/page_facts.hpp"
#include "model/article.hpp"

namespace sitrep {

/// Fills header.authors: JSON-LD, meta, rel and itemprop, byline classes, "By ..." lines.
/// `headline` is the index of the headline's element, 0 when there is none.
void read_authors(const HtmlTree& tree, const PageFacts& facts, std::size_t headline,
                  ArticleHeader& header);

}  // namespace sitrep
