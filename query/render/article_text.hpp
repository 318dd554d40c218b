// A whole article for a person to read.
#pragma once

#include "model/found_article.hpp"
#include "query/render/renderer.hpp"
#include "search/highlighter.hpp"

#include <string>

namespace sitrep {

/// Headline, what is known of it, deck, and paragraphs, all printable(); on a terminal in lines of
/// its width, 100 columns at most. Words of `matches` (null: none) are marked where colour is
/// wanted.
std::string article_text(const FoundArticle& found, const Highlighter* matches,
                         const RenderStyle& style);

}  // namespace sitrep
