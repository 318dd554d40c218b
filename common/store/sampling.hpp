// Articles drawn at random from all that match. Included by this folder only.
#pragma once

#include "search/search_options.hpp"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep {

struct Drawn {
    std::vector<std::string> unique_terms;  ///< of the articles, sample.size at most
    std::uint64_t matching = 0;             ///< that they were drawn from; exact
};

/// Of all that match `query`, those whose unique terms have the least hashes: uniform, and the same
/// again whatever ids the documents have; an article added later displaces one at most (bottom-k
/// sampling: Cohen and Kaplan, PODC 2007). Throws what Xapian throws.
Drawn draw_sample(const Xapian::Database& database, const Xapian::Query& query,
                  const Sample& sample);

}  // namespace sitrep
