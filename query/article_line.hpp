// An article as `sitrep-index --dump=article` writes it: one JSON object.
#pragma once

#include "base/result.hpp"
#include "model/article.hpp"

#include <cstddef>
#include <string_view>

namespace sitrep {

/// A longer one is not read, in bytes.
inline constexpr std::size_t kMaxArticleLine = std::size_t{8} << 20U;

/// Its title, deck, language and text; other members are passed over. A Usage error says what is
/// wrong: no JSON, no object, a member of another type, no text at all.
Result<Article> parse_article_line(std::string_view json);

}  // namespace sitrep
