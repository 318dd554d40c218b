// The text of the article in a page's state, however the site keeps it: one text of HTML, a list of
// paragraphs, or a tree of rich text (Contentful, Slate, ProseMirror, Arc, React's elements).
#pragma once

#include "model/article.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// A text as blocks: HTML where it has tags, else a paragraph a line.
std::vector<Block> blocks_of_text(std::string_view text);

struct StateStory {
    std::vector<Block> blocks;
    std::size_t words = 0;      ///< of its running text
    bool has_headline = false;  ///< it stands below the page's own headline
};

/// The story of `state`: of what has the page's headline, else of all, the place with the most
/// running text right in it. `page_titles`: as bare_letters() has them. Empty without any.
StateStory story_in_state(const nlohmann::json& state, const std::vector<std::string>& page_titles);

}  // namespace sitrep
