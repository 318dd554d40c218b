// An article as one JSON object a line: what --dump=article and --export print, and what the
// indexer takes back as it is.
#pragma once

#include "model/article.hpp"
#include "model/json_line.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// The object's first key. A reader that knows the number takes the article as it stands: cleaned
/// already.
inline constexpr std::string_view kArticleMark = "sitrep";
/// Raised when a key goes or means something else; new keys leave it.
inline constexpr int kArticleVersion = 1;

/// One line, without a newline. Keys as the man page lists them; unknown dates are null. `path` may
/// be any bytes.
std::string article_json(const Article& article, const std::string& path, const std::string& id,
                         JsonLetters letters = JsonLetters::Utf8);

/// The same as two lines of a bulk request to OpenSearch or Elasticsearch: the action, which names
/// the document `key` and leaves the index to the request's address, and the document. A date is
/// `YYYY-MM-DD` or that with time and zone as their default date fields take it: where the article
/// gives another form, its day alone.
std::string article_bulk_lines(const Article& article, const std::string& path,
                               const std::string& id, const std::string& key, JsonLetters letters);

}  // namespace sitrep
