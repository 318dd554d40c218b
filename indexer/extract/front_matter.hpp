// What notes and clippings say of themselves before their text.
#pragma once

#include "model/article.hpp"

#include <string_view>

namespace sitrep {

/// Reads `key: value` lines and lists between two `---` lines at the start into `header`,
/// leniently: much that people write there is no YAML (`title: Navy: the yard opens`). Returns the
/// text behind them, all of it when they have no end.
std::string_view take_front_matter(std::string_view text, ArticleHeader& header);

}  // namespace sitrep
