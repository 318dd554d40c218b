// Where a page prints who wrote its article and when: around the headline, before the story.
#pragma once

#include "indexer/extract/dom.hpp"

namespace sitrep {

/// The node behind the last place that can belong to the head of the article whose headline is
/// `headline` (0: unknown, the page's top counts): the story's second long text, or `least` nodes
/// behind the headline, whichever is further; never more than 1,500 nodes.
std::size_t head_end(const HtmlTree& tree, std::size_t headline, std::size_t least);

/// Whether text `i` is a piece of running text, cut off by an italic word or a link.
bool in_prose(const HtmlTree& tree, std::size_t i);

/// Scripts, styles and the like, whose text nobody sees.
bool is_unseen(const HtmlTree& tree, std::size_t i);

/// Comments, boxes with other articles, and pictures with their days and bylines: what stands in
/// them is not said of this article.
bool is_about_others(const HtmlTree& tree, std::size_t i);

}  // namespace sitrep
