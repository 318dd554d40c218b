// Ranges of calendar days as people ask for them.
#pragma once

#include "text/date.hpp"

#include <optional>
#include <string_view>

namespace sitrep {

struct DayRange {
    std::optional<Day> first;  ///< none: open
    std::optional<Day> last;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// The two ends of a range of days as people write it, with two periods or what word processors
/// and habits make of them between: `2015..2016`, `2015...`, `2015…2016`, `2015–2016`, `2015-2016`;
/// or with a sign or word before its only end: `>=2015`, `<2015`, `since 2015`, `before 2015`.
struct RangeEnds {
    std::string_view from;  ///< empty: open; alone where it is no range
    std::string_view to;
    bool is_range = false;
    bool excludes_end = false;  ///< the only end is not in it: `>2015`, `before 2015`
};
RangeEnds range_ends(std::string_view text);

/// What a user writes after `date:`: a decade, year, quarter, month, week or day (`2010s`, `2015`,
/// `2015-Q2`, `2015-04`, `4/2015`, `April 2015`, `2015-W17`, `2015-04-27`), days counted from
/// `today` (`yesterday`, `friday`, `last week`, `past 3 months`, `90d`: see relative_days.hpp;
/// days_in_figures() that are one), or range_ends() of them, either side open. A vague end means
/// its last day; an end before its beginning is no range. `90d` alone lasts until today.
std::optional<DayRange> parse_day_range(std::string_view text, const Day& today);

}  // namespace sitrep
