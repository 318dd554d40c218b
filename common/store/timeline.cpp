#include "store/timeline.hpp"

#include "base/number.hpp"
#include "store/recency.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <optional>

namespace sitrep {
namespace {

using Counts = std::map<Day, std::uint64_t>;

constexpr std::size_t kYear = 4;   // digits of a sortable day
constexpr std::size_t kMonth = 2;  // and of its month, as of its day

/// What sortable_day() wrote.
std::optional<Day> day_in(std::string_view value) {
    const std::optional<unsigned> number = number_in<unsigned>(value);
    if (value.size() != kYear + 2 * kMonth || !number) return std::nullopt;
    const Day day{static_cast<int>(*number / 10'000), static_cast<int>(*number / 100 % 100),
                  static_cast<int>(*number % 100)};
    if (!is_valid_day(day)) return std::nullopt;
    return day;
}

/// The first day of the period that `day` stands in.
Day first_day(Period period, const Day& day) {
    if (period == Period::Year) return {day.year, 1, 1};
    if (period == Period::Month) return {day.year, day.month, 1};
    if (period == Period::Day) return day;
    return monday_of(day);
}

Day next_first_day(Period period, const Day& first) {
    if (period == Period::Year) return {first.year + 1, 1, 1};
    if (period == Period::Month) {
        constexpr int kDecember = 12;
        return first.month == kDecember ? Day{first.year + 1, 1, 1}
                                        : Day{first.year, first.month + 1, 1};
    }
    return day_of_number(day_number(first) + (period == Period::Week ? 7 : 1));
}

/// Bars between the two, both included.
std::size_t bars_between(Period period, const Day& first, const Day& last) {
    constexpr int kMonths = 12;
    if (period == Period::Year) return static_cast<std::size_t>(last.year - first.year) + 1;
    if (period == Period::Month)
        return static_cast<std::size_t>((last.year - first.year) * kMonths + last.month -
                                        first.month) +
               1;
    const long days = day_number(last) - day_number(first);
    return static_cast<std::size_t>(period == Period::Week ? days / 7 : days) + 1;
}

Counts by_period(Period period, const ValueCounts& values) {
    Counts counts;
    for (const auto& [value, articles] : values) {
        if (const std::optional<Day> day = day_in(value))
            counts[first_day(period, *day)] += articles;
    }
    return counts;
}

/// Takes out what is dated after `last`; how many articles that is.
std::uint64_t take_later(const Day& last, ValueCounts& days) {
    std::uint64_t later = 0;
    std::erase_if(days, [&](const auto& one) {
        const std::optional<Day> day = day_in(one.first);
        if (!day || !(last < *day)) return false;
        later += one.second;
        return true;
    });
    return later;
}

std::uint64_t sum_of(const Counts& counts) {
    std::uint64_t sum = 0;
    for (const auto& [day, articles] : counts) sum += articles;
    return sum;
}

std::uint64_t count_at(const Counts& counts, const Day& day) {
    const auto found = counts.find(day);
    return found == counts.end() ? 0 : found->second;
}

/// The asked period, or the first longer one that has few enough bars.
Period fitting(Period asked, const ValueCounts& days) {
    for (Period period = asked; period != Period::Year;
         period = static_cast<Period>(static_cast<int>(period) + 1)) {
        const Counts counts = by_period(period, days);
        if (counts.empty() ||
            bars_between(period, counts.begin()->first, counts.rbegin()->first) <= kMostBars)
            return period;
    }
    return Period::Year;
}

}  // namespace

Timeline timeline_of(Period asked, const MatchCounts& counts, const ValueCounts& all,
                     const Day& today) {
    ValueCounts days = counts.slots.at(Slot::Date);
    Timeline out;
    out.asked = asked;
    out.later = take_later(day_of_number(day_number(today) + kDaysAhead), days);
    out.period = fitting(asked, days);
    const Counts matches = by_period(out.period, days);
    out.undated = counts.articles - std::min(counts.articles, sum_of(matches) + out.later);
    if (matches.empty()) return out;
    const Counts corpus = by_period(out.period, all);
    const Day last = matches.rbegin()->first;
    Day at = matches.begin()->first;
    for (std::size_t left = bars_between(out.period, at, last); left > 0; --left) {
        const std::uint64_t articles = count_at(matches, at);
        if (left > kMostBars) {
            out.earlier += articles;
        } else {
            out.bars.push_back({at, articles, count_at(corpus, at)});
        }
        at = next_first_day(out.period, at);
    }
    return out;
}

}  // namespace sitrep
