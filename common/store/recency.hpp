// New articles before old ones. Included by this folder only.
#pragma once

#include "search/search_options.hpp"

#include <xapian.h>

namespace sitrep {

inline constexpr int kDaysAhead = 366;  ///< what is dated later is dated wrongly

/// What an article's age adds to its weight: `most` today (and for days to come), half of it after
/// each half-life, nothing where that is less than a 256th or the article is undated. Matches
/// every article.
Xapian::Query recency_query(const Recency& recency, double most);

}  // namespace sitrep
