// All articles that a question finds, one after another, in memory for one. Included by this folder
// only.
#pragma once

#include "base/result.hpp"
#include "model/found_article.hpp"
#include "store/hit_reader.hpp"

#include <xapian.h>

#include <functional>

namespace sitrep {

/// Takes an article; false: no more.
using TakeArticle = std::function<bool(FoundArticle)>;

/// Hands every article that matches `query` to `take` while the match goes on, so that no list of
/// them is ever held; one database after another. Throws what Xapian throws, in the middle, too.
Result<void> stream_articles(const DatabaseSet& databases, const Xapian::Query& query,
                             const HitReader& articles, const TakeArticle& take);

}  // namespace sitrep
