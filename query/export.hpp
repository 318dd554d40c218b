// Articles written out whole, for other programs and for sitrep-index: --export.
#pragma once

#include "query/options.hpp"
#include "query/output.hpp"
#include "search/query.hpp"
#include "store/searcher.hpp"

namespace sitrep {

/// Writes the articles that `query` finds (null: every one there is), options.limit at most, in the
/// form `options.exported`; the exit code. Holds one of them at a time.
int export_articles(const QueryOptions& options, const Query* query, Searcher& searcher,
                    Output& out);

}  // namespace sitrep
