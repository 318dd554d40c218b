// Who wrote an HTML page's article and when, from the page's marked-up and visible places.
#pragma once

#include "indexer/extract/dom.hpp"
#include "indexer/extract/page_facts.hpp"
#include "model/article.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Fills header.authors: JSON-LD, meta, rel and itemprop, byline classes, "By ..." lines.
/// `headline` is the index of the headline's element, 0 when there is none.
void read_authors(const HtmlTree& tree, const PageFacts& facts, std::size_t headline,
                  ArticleHeader& header);

/// Fills header.published and published_from: URL, JSON-LD, meta, <time>, date classes, text near
/// the headline, modification dates. Impossible dates are refused.
void read_published(const HtmlTree& tree, const PageFacts& facts, std::size_t headline,
                    ArticleHeader& header);

/// `value` in ISO 8601: its time and zone kept where it has them in that form; empty when it is no
/// date.
std::string iso_date(std::string_view value);

}  // namespace sitrep
