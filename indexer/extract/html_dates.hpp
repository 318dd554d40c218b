// When an HTML page's article was published and when it was changed, from all the places that say
// so: its address, JSON-LD, meta tags, marked elements, and what it prints around its headline.
#pragma once

#include "indexer/extract/dom.hpp"
#include "indexer/extract/page_facts.hpp"
#include "model/article.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// Fills header.published, published_from and modified. Impossible days are refused, and days after
/// the run's own day and one more; a day guessed from text also when it is before 1995. `headline`
/// is the index of the headline's element, 0 when there is none.
void read_dates(const HtmlTree& tree, const PageFacts& facts, std::size_t headline,
                ArticleHeader& header);

}  // namespace sitrep
