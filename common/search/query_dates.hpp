// What a question writes behind `date:`.
#pragma once

#include "search/query.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep {

/// The end of the date in `question` whose first word is [begin, end): `date:june 2015` without
/// quotes is read as far as it is one. `end` where the first word is a date, or no more is one.
std::size_t end_of_date(std::string_view question, std::size_t begin, std::size_t end,
                        const Day& today);

/// The range that `text` is, or the error at `column`.
struct DateReading {
    std::optional<DayRange> range;
    std::string wrong;  ///< what is wrong with it
    std::string hint;
};
DateReading read_date(std::string_view text, const Day& today);

}  // namespace sitrep
