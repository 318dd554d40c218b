// record -> article: the pure stages, one after another. Knows no file and no database.
#pragma once

#include "base/result.hpp"
#include "indexer/clean/cleaner.hpp"
#include "model/article.hpp"
#include "model/record.hpp"

namespace sitrep {

/// Decodes, extracts and cleans, as a page of `corpus`. Fails with BadInput: empty, binary, or
/// nothing to read in it.
Result<Article> make_article(RawRecord record, const Corpus& corpus = {});

}  // namespace sitrep
