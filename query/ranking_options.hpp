// Options that say how hits are ranked, read from what the user typed.
#pragma once

#include "base/result.hpp"
#include "search/search_options.hpp"

#include <string_view>

namespace sitrep {

/// `title=0.3,section=0`: the defaults with these instead, each from 0 to kMostBoost. Names are
/// those of text fields other than the body, or their aliases. Fails with Usage.
Result<FieldBoosts> parse_boosts(std::string_view text);
inline constexpr double kMostBoost = 10;

/// `180d`, `26w`, `6m`, `2y`: the days of a half-life; a month is 30 of them, a year 365. Fails
/// with Usage.
Result<int> parse_half_life(std::string_view text);

}  // namespace sitrep
