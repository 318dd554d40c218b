// record -> article: the pure stages, one after another. Knows no file and no database.
#pragma once

#include "base/result.hpp"
#include "model/article.hpp"
#include "model/record.hpp"

namespace sitrep {

/// Decodes, extracts and cleans. Fails with BadInput: empty, binary, or nothing to read in it.
Result<Article> make_article(RawRecord record);

}  // namespace sitrep
