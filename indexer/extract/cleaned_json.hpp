// An article that sitrep wrote as JSON (model/article_json.hpp), taken back as it is: export and
// index give the same article.
#pragma once

#include "base/result.hpp"
#include "model/article.hpp"

#include <nlohmann/json.hpp>

namespace sitrep {

/// Whether the object says of itself that it is one.
bool is_cleaned_json(const nlohmann::json& object);

/// What is no string where one belongs counts as unknown, and so does a date that is none. Fails
/// with BadInput when a newer version wrote it.
Result<ExtractedPage> read_cleaned_json(const nlohmann::json& object);

}  // namespace sitrep
