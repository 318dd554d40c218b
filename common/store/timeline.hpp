// From counted days to bars. Included by this folder only.
#pragma once

#include "model/timeline.hpp"
#include "store/match_counts.hpp"

namespace sitrep {

/// `counts` must hold Slot::Date; `all` are the days of the whole database. More than kMostBars
/// become bars of a longer period; of too many years the latest are kept. What is dated more than
/// kDaysAhead after `today` is counted apart, or it would push out all others.
Timeline timeline_of(Period asked, const MatchCounts& counts, const ValueCounts& all,
                     const Day& today);

}  // namespace sitrep
