// record -> article: one stage after another. Knows no file and no database.
#pragma once

#include "base/result.hpp"
#include "indexer/clean/cleaner.hpp"
#include "indexer/foreign_readers.hpp"
#include "model/article.hpp"
#include "model/record.hpp"

namespace sitrep {

/// Decodes, extracts and cleans, as a page of `corpus`; `readers` read what this program does not.
/// Fails with BadInput: empty, binary, or nothing to read in it.
Result<Article> make_article(RawRecord record, ForeignReaders& readers, const Corpus& corpus = {});

}  // namespace sitrep
