// The score of one article, taken apart: Xapian is asked what each part of the question weighs in
// it. Included by this folder only.
#pragma once

#include "model/hit_account.hpp"
#include "search/query.hpp"
#include "search/search_options.hpp"
#include "text/analyzer.hpp"

#include <xapian.h>

#include <string>

namespace sitrep {

/// Of the document `id`, whose unique term is `unique_term`; without the article's names. Throws
/// what Xapian throws.
HitAccount account_for(const Xapian::Database& database, Xapian::docid id,
                       const std::string& unique_term, const Query& query,
                       const SearchOptions& options, Analyzer& analyzer);

}  // namespace sitrep
