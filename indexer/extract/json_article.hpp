// What makes a JSON object an article.
#pragma once

#include <nlohmann/json.hpp>

namespace sitrep {

/// Whether it has a text under one of the names that articles' texts have: then it is an article,
/// whatever lists it holds besides. A summary is none.
bool has_article_text(const nlohmann::json& value);

}  // namespace sitrep
