#include "text/relative_days.hpp"

#include "base/number.hpp"
#include "base/strings.hpp"
#include "text/date_reader.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sitrep {
namespace {

enum class Unit { Day, Week, Month, Year };

std::optional<Unit> unit_of(std::string_view word) {
    struct Name {
        std::string_view one;
        std::string_view more;
        Unit unit;
    };
    constexpr std::array<Name, 4> kNames = {{{"day", "days", Unit::Day},
                                             {"week", "weeks", Unit::Week},
                                             {"month", "months", Unit::Month},
                                             {"year", "years", Unit::Year}}};
    for (const Name& name : kNames) {
        if (word == name.one || word == name.more) return name.unit;
    }
    return std::nullopt;
}

/// 1 to 9999; in words to twelve.
std::optional<int> count_of(std::string_view word) {
    constexpr int kMost = 9999;
    constexpr std::array<std::string_view, 12> kWords = {"one",  "two", "three",  "four",
                                                         "five", "six", "seven",  "eight",
                                                         "nine", "ten", "eleven", "twelve"};
    const auto* const name = std::find(kWords.begin(), kWords.end(), word);
    if (name != kWords.end()) return static_cast<int>(name - kWords.begin()) + 1;
    const std::optional<int> count = number_in<int>(word);
    return count && *count > 0 && *count <= kMost ? count : std::nullopt;
}

constexpr int kDaysOfWeek = 7;
constexpr int kMonths = 12;

Day days_before(const Day& day, long days) { return day_of_number(day_number(day) - days); }

/// The same day of an earlier (or later) month, or that month's last.
Day months_before(const Day& day, int months) {
    const int month = day.year * kMonths + day.month - 1 - months;
    Day before{month / kMonths, month % kMonths + 1, day.day};
    while (!is_valid_day(before) && before.day > 1) --before.day;
    return before;
}

/// None before the year 1.
std::optional<Day> before(const Day& today, int count, Unit unit) {
    constexpr int kMostYears = 9999;
    Day day;
    switch (unit) {
        case Unit::Day:
            day = days_before(today, count);
            break;
        case Unit::Week:
            day = days_before(today, static_cast<long>(count) * kDaysOfWeek);
            break;
        case Unit::Month:
            if (count > today.year * kMonths) return std::nullopt;
            day = months_before(today, count);
            break;
        case Unit::Year:
            if (count > std::min(today.year, kMostYears)) return std::nullopt;
            day = months_before(today, count * kMonths);
            break;
    }
    return is_valid_day(day) ? std::optional(day) : std::nullopt;
}

/// The whole one that is `back` before that of today.
DaySpan calendar_span(const Day& today, Unit unit, int back) {
    if (unit == Unit::Day) return {days_before(today, back), days_before(today, back)};
    if (unit == Unit::Week) {
        const Day monday = days_before(monday_of(today), long{back} * kDaysOfWeek);
        return {monday, days_before(monday, 1 - kDaysOfWeek)};
    }
    if (unit == Unit::Year) return {{today.year - back, 1, 1}, {today.year - back, kMonths, 31}};
    const Day first = months_before({today.year, today.month, 1}, back);
    return {first, days_before(months_before(first, -1), 1)};
}

/// The day of that name that is `until` or the last before it.
std::optional<DaySpan> latest_weekday(std::string_view name, const Day& until) {
    DateReader reader(name);
    const std::optional<int> weekday = reader.weekday();
    if (!weekday || !reader.done()) return std::nullopt;
    const long day = day_number(until);
    const long monday = day_number(monday_of(until));
    const long back = (day - monday - *weekday + kDaysOfWeek) % kDaysOfWeek;
    return DaySpan{day_of_number(day - back), day_of_number(day - back)};
}

std::vector<std::string> words_of(std::string_view text) {
    std::string folded = ascii_lower(text);
    std::replace(folded.begin(), folded.end(), '-', ' ');
    folded = collapsed_space(folded);
    const std::vector<std::string_view> words = split(folded, ' ');
    return {words.begin(), words.end()};
}

std::optional<DaySpan> up_to(std::optional<Day> first, const Day& last) {
    return first ? std::optional(DaySpan{*first, last}) : std::nullopt;
}

}  // namespace

std::optional<DaySpan> relative_span(std::string_view text, const Day& today) {
    const std::vector<std::string> words = words_of(text);
    if (words.size() == 1 && words[0] == "today") return calendar_span(today, Unit::Day, 0);
    if (words.size() == 1 && words[0] == "yesterday") return calendar_span(today, Unit::Day, 1);
    if (words.size() == 1) return latest_weekday(words[0], today);
    if (words.size() == 2) {
        if (words[0] == "last") {
            const std::optional<DaySpan> day = latest_weekday(words[1], days_before(today, 1));
            if (day) return day;
        }
        const std::optional<Unit> unit = unit_of(words[1]);
        if (!unit) return std::nullopt;
        if (words[0] == "this") return calendar_span(today, *unit, 0);
        if (words[0] == "last") return calendar_span(today, *unit, 1);
        if (words[0] == "past") return up_to(before(today, 1, *unit), today);
    }
    if (words.size() != 3) return std::nullopt;
    const bool is_ago = words[2] == "ago";
    const std::optional<int> count = count_of(words[is_ago ? 0 : 1]);
    const std::optional<Unit> unit = unit_of(words[is_ago ? 1 : 2]);
    if (!count || !unit) return std::nullopt;
    const std::optional<Day> day = before(today, *count, *unit);
    if (is_ago) return day ? up_to(day, *day) : std::nullopt;
    return words[0] == "last" || words[0] == "past" ? up_to(day, today) : std::nullopt;
}

std::optional<Day> day_of_age(std::string_view text, const Day& today) {
    constexpr std::string_view kLetters = "dwmy";
    constexpr int kHours = 24;
    if (text.size() < 2) return std::nullopt;
    const char unit = ascii_lower(text.back());
    const std::optional<int> count = count_of(text.substr(0, text.size() - 1));
    if (count && unit == 'h') return days_before(today, (*count + kHours - 1) / kHours);
    const std::size_t letter = kLetters.find(unit);
    if (letter == std::string_view::npos || !count) return std::nullopt;
    return before(today, *count, static_cast<Unit>(letter));
}

}  // namespace sitrep
