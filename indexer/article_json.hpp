// An article as one JSON object: the port that --dump=article speaks through.
#pragma once

#include "model/article.hpp"
#include "model/record.hpp"

#include <string>

namespace sitrep {

/// One line, without a newline. Keys as the man page lists them; unknown dates are null.
std::string article_json(const Article& article, const Origin& origin, const std::string& id);

}  // namespace sitrep
