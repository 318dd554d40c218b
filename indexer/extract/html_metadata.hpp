// What an HTML page says of its article: each field by a ladder of places, best first, measured on
// real pages.
#pragma once

#include "indexer/extract/page_facts.hpp"
#include "model/article.hpp"

namespace sitrep {

ArticleHeader html_metadata(const HtmlTree& tree, const PageFacts& facts);

}  // namespace sitrep
