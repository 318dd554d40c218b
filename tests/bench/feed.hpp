// A feed of articles, as the benches read it.
#pragma once

#include "model/stored_article.hpp"

#include <vector>

namespace sitrep::bench {

/// The articles of JSON Lines with `id`, `title` and `text`: a paragraph a line. What is no such
/// line is left out.
std::vector<StoredArticle> read_feed(const char* path);

}  // namespace sitrep::bench
