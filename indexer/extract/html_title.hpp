// The headline of an HTML page.
#pragma once

#include "indexer/extract/page_facts.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// The longest <h1> that <title>, og:title or the JSON-LD headline contains; else a sole <h1> of
/// three words or more; else JSON-LD, og:title, <title> without the site's name.
std::string choose_title(const PageFacts& facts);

/// The element that says `title`: an <h1>, else any heading or text; 0 when none does.
std::size_t headline_node(const HtmlTree& tree, const PageFacts& facts, std::string_view title);

/// `title` without the part that names the site, which stands at either end behind " | ", " - "...
std::string without_site(std::string_view title, std::string_view site);

}  // namespace sitrep
