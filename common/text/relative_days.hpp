// Days as people name them from where they stand: `last week`, `friday`, `90d`, `3 months ago`.
// Internal to common/text.
#pragma once

#include "text/date.hpp"

#include <optional>
#include <string_view>

namespace sitrep {

/// First and last day of what one end of a range names.
struct DaySpan {
    Day first;
    Day last;
};

/// `today`, `yesterday`; `friday`: the latest, today's included, and `last friday`: one before
/// today; `this week`, `last month`, `last year`: whole ones of the calendar, weeks from Monday;
/// `last 90 days`, `past 2 weeks`, `past month`: up to today; `3 months ago`: a day.
/// Hyphens may stand for spaces, words for numbers to twelve. None where `text` is none of these.
std::optional<DaySpan> relative_span(std::string_view text, const Day& today);

/// The day of an age: `90d`, `6w`, `3m`, `2y` before today; `36h` reaches into the second day
/// before.
std::optional<Day> day_of_age(std::string_view text, const Day& today);

}  // namespace sitrep
