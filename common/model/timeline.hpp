// The articles of an answer by the time they were published.
#pragma once

#include "model/article.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep {

enum class Period : std::uint8_t { Day, Week, Month, Year };

/// As in --timeline; in the order of the enumeration.
inline constexpr std::array<std::string_view, 4> kPeriodNames = {"day", "week", "month", "year"};
constexpr std::string_view period_name(Period period) {
    return kPeriodNames[static_cast<std::size_t>(period)];
}

struct TimelineBar {
    Day first;                   ///< its first day; a week's is a Monday
    std::uint64_t articles = 0;  ///< of the answer
    std::uint64_t of = 0;        ///< articles of that time in the whole database
    friend bool operator==(const TimelineBar&, const TimelineBar&) = default;
};

struct Timeline {
    Period asked = Period::Month;
    Period period = Period::Month;  ///< a longer one than `asked` where that has too many bars
    std::vector<TimelineBar> bars;  ///< without a gap from the first article to the last
    std::uint64_t undated = 0;      ///< articles of the answer that stand in no bar
    std::uint64_t earlier = 0;      ///< articles before the first bar; 0 unless years are too many
    std::uint64_t later = 0;        ///< articles dated so far ahead that the day must be wrong
};

inline constexpr std::size_t kMostBars = 400;

}  // namespace sitrep
