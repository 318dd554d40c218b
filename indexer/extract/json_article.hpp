// What makes a JSON object an article.
#pragma once

#include <nlohmann/json.hpp>

namespace sitrep {

/// Whether it has a title under one of the names that articles' titles have.
bool has_article_title(const nlohmann::json& value);

/// Whether it has a text under one of the names that articles' texts have: then it is an article,
/// whatever lists it holds besides. A summary is none, nor is, without a title, a list of articles.
bool has_article_text(const nlohmann::json& value);

/// Whether it is a list that holds objects with a title and a text.
bool is_article_list(const nlohmann::json& value);

}  // namespace sitrep
