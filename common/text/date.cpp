#include "text/date.hpp"

#include "base/strings.hpp"
#include "text/date_reader.hpp"
#include "text/relative_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>

namespace sitrep {
namespace {

constexpr std::size_t kLongestDate = 100;

int days_of_month(int year, int month) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool begins_word(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    if (is_ascii_alpha(before) || is_ascii_digit(before)) return false;
    if (static_cast<unsigned char>(before) < 0x80) return true;
    // Behind a letter it does not, unless in figures ("发布于2015年"); behind a space or a dash it
    // does.
    if (is_ascii_digit(text[at]) || (at >= 2 && text.substr(at - 2, 2) == "\xC2\xA0")) return true;
    return at >= 3 && text.substr(at - 3, 2) == "\xE2\x80";
}

DaySpan months_span(int year, int first, int last) {
    return {{year, first, 1}, {year, last, days_of_month(year, last)}};
}

/// "Q2" behind a year and a hyphen or nothing
std::optional<DaySpan> quarter(std::string_view text, int year) {
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.size() != 2 || ascii_lower(text[0]) != 'q' || text[1] < '1' || text[1] > '4')
        return std::nullopt;
    const int last = (text[1] - '0') * 3;
    return months_span(year, last - 2, last);
}

/// "April 2015"
std::optional<DaySpan> named_month(std::string_view text) {
    DateReader reader(text);
    const std::optional<int> month = reader.month();
    reader.skip_space();
    const std::optional<int> year = month ? reader.number(4, 4) : std::nullopt;
    if (!year || *year < 1 || !reader.done()) return std::nullopt;
    return months_span(*year, *month, *month);
}

/// "Q2 2015"
std::optional<DaySpan> quarter_first(std::string_view text) {
    const std::size_t length = std::min<std::size_t>(text.size(), 2);
    DateReader reader(text, length);
    reader.take('-');
    reader.skip_space();
    const std::optional<int> year = reader.number(4, 4);
    if (!year || *year < 1 || !reader.done()) return std::nullopt;
    return quarter(text.substr(0, length), *year);
}

/// "FY2021", "FY 21": of the government of the United States, from the first of October before.
std::optional<DaySpan> fiscal_year(std::string_view text) {
    if (!equals_ignoring_case(text.substr(0, 2), "fy")) return std::nullopt;
    DateReader reader(text, 2);
    reader.skip_space();
    std::optional<int> year = reader.number(4, 4);
    if (!year) {
        year = reader.number(2, 2);
        if (year) *year += 2000;
    }
    if (!year || *year < 2 || !reader.done()) return std::nullopt;
    return DaySpan{{*year - 1, 10, 1}, {*year, 9, 30}};
}

/// "2015", "2015-04", "2015-Q2", "2015-04-27", "20150427", "April 2015", "Q2 2015", "FY21", "last
/// week", "90d"
std::optional<DaySpan> parse_span(std::string_view text, const Day& today) {
    text = trimmed(text);
    if (text.size() > kLongestDate) return std::nullopt;
    if (const std::optional<DaySpan> span = relative_span(text, today)) return span;
    if (const std::optional<Day> day = day_of_age(text, today)) return DaySpan{*day, *day};
    const std::vector<Day> days = days_in_figures(text);
    if (days.size() > 1) return std::nullopt;
    if (!days.empty()) return DaySpan{days[0], days[0]};
    if (const std::optional<Day> day = parse_day(text)) return DaySpan{*day, *day};
    std::string spaced(text);  // `june-2015`
    std::replace(spaced.begin(), spaced.end(), '-', ' ');
    for (const auto read : {named_month, quarter_first, fiscal_year}) {
        if (const std::optional<DaySpan> span = read(spaced)) return span;
    }
    DateReader reader(text);
    const auto year = reader.number(4, 4);
    if (!year || *year < 1) return std::nullopt;
    if (reader.done()) return months_span(*year, 1, 12);
    if (const std::optional<DaySpan> span = quarter(text.substr(reader.at()), *year)) return span;
    if (!reader.take('-') && !reader.take('/')) return std::nullopt;
    const auto month = reader.number(1, 2);
    if (!month || *month < 1 || *month > 12 || !reader.done()) return std::nullopt;
    return months_span(*year, *month, *month);
}

/// "03/05/2024": which number is the day depends on who wrote it.
bool begins_in_figures(std::string_view value) {
    value = trimmed(value);
    const std::size_t first = std::min(value.find_first_not_of("0123456789"), value.size());
    const std::size_t second = value.find_first_not_of("0123456789", first + 1);
    return (first == 1 || first == 2) && second != std::string_view::npos && second > first + 1 &&
           value[first] == value[second] &&
           std::string_view("/.-").find(value[first]) != std::string_view::npos;
}

}  // namespace

bool is_valid_day(const Day& day) {
    return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
           day.day <= days_of_month(day.year, day.month);
}

std::optional<Day> parse_day(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.size() > kLongestDate) return std::nullopt;
    DateReader reader(text);
    std::optional<Day> day = reader.day(true);
    const bool time_behind = day.has_value();
    if (!day) {
        reader = DateReader(text);
        if (reader.clock_time_before()) day = reader.day(true);
    }
    if (!day) return std::nullopt;
    if (time_behind) reader.clock_time();
    reader.skip_space();
    if (!reader.done()) return std::nullopt;
    return day;
}

std::optional<Day> find_day(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool starts = is_ascii_digit(text[at]) || is_ascii_alpha(text[at]);
        if (!starts || !begins_word(text, at)) continue;
        DateReader reader(text.substr(0, at + kLongestDate), at);
        const std::optional<Day> day = reader.day(false);
        if (!day) continue;
        const char next = reader.done() ? ' ' : text[reader.at()];
        if (!is_ascii_digit(next)) return day;
    }
    return std::nullopt;
}

std::optional<Day> find_day_in_figures(std::string_view text, NumberOrder order) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_ascii_digit(text[at]) || !begins_word(text, at)) continue;
        // A part of a longer row of figures ("10.3.5.2015", "1/2/3/04") is none.
        if (at > 0 && std::string_view("./-").find(text[at - 1]) != std::string_view::npos)
            continue;
        DateReader reader(text.substr(0, at + kLongestDate), at);
        const std::optional<Day> day = reader.day_in_figures(order);
        if (!day) continue;
        const char next = reader.done() ? ' ' : text[reader.at()];
        if (next != '/' && next != '-' && !is_ascii_digit(next)) return day;
    }
    return std::nullopt;
}

std::vector<Day> days_in_figures(std::string_view text) {
    constexpr std::size_t kYearDigits = 4;
    text = trimmed(text);
    std::vector<Day> days;
    const std::string_view year = text.substr(text.size() - std::min(text.size(), kYearDigits));
    if (!std::all_of(year.begin(), year.end(), is_ascii_digit)) return days;
    for (const NumberOrder order : {NumberOrder::MonthFirst, NumberOrder::DayFirst}) {
        DateReader reader(text);
        const std::optional<Day> day = reader.day_in_figures(order);
        if (day && reader.done() && (days.empty() || days[0] != *day)) days.push_back(*day);
    }
    return days;
}

long day_number(const Day& day) {
    const std::chrono::sys_days days = std::chrono::year(day.year) / day.month / day.day;
    return days.time_since_epoch().count();
}

Day day_of_number(long number) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(number))};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

Day monday_of(const Day& day) {
    const long number = day_number(day);
    const std::chrono::weekday weekday{std::chrono::sys_days(std::chrono::days(number))};
    return day_of_number(number - (weekday - std::chrono::Monday).count());
}

std::string iso_day(const Day& day) {
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

std::string sortable_day(const Day& day) {
    return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
}

RangeEnds range_ends(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with(">=")) return {trimmed(text.substr(2)), {}, true};
    if (text.starts_with("<=")) return {{}, trimmed(text.substr(2)), true};
    for (const std::string_view between : {"...", "..", "\u2026", "\u2013"}) {
        const std::size_t at = text.find(between);
        if (at == std::string_view::npos) continue;
        return {trimmed(text.substr(0, at)), trimmed(text.substr(at + between.size())), true};
    }
    constexpr std::size_t kYear = 4;
    const bool years = text.size() == 2 * kYear + 1 && text[kYear] == '-' &&
                       std::count_if(text.begin(), text.end(), is_ascii_digit) == 2 * kYear;
    if (years) return {text.substr(0, kYear), text.substr(kYear + 1), true};
    return {text, {}, false};
}

std::optional<DayRange> parse_day_range(std::string_view text, const Day& today) {
    const auto [from, end, is_range] = range_ends(text);
    const std::string_view to = is_range ? end : from;
    if (from.empty() && to.empty()) return std::nullopt;
    if (const auto since = day_of_age(from, today); since && !is_range)
        return DayRange{since, today};
    DayRange range;
    if (!from.empty()) {
        const std::optional<DaySpan> span = parse_span(from, today);
        if (!span) return std::nullopt;
        range.first = span->first;
    }
    if (!to.empty()) {
        const std::optional<DaySpan> span = parse_span(to, today);
        if (!span) return std::nullopt;
        range.last = span->last;
    }
    if (range.first && range.last && *range.last < *range.first) return std::nullopt;
    return range;
}

Day today() {
    if (const char* given = std::getenv("SITREP_NOW"); given != nullptr) {
        if (const std::optional<Day> day = parse_day(given)) return *day;
    }
    const std::time_t now = std::time(nullptr);
    std::tm local = {};
    if (localtime_r(&now, &local) == nullptr) return {1970, 1, 1};
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::string iso_date(std::string_view value) {
    std::string text = collapsed_space(value.substr(0, kLongestDate));
    std::optional<Day> day = parse_day(text);
    if (!day) day = find_day(text);
    if (!day) return {};
    std::string iso = iso_day(*day);
    if (!text.starts_with(iso)) return iso;
    if (text.size() > iso.size() + 5 && text[iso.size()] == ' ' &&
        is_ascii_digit(text[iso.size() + 1])) {
        text[iso.size()] = 'T';
    }
    const std::string_view behind = std::string_view(text).substr(iso.size());
    const bool is_time = behind.size() > 1 && behind[0] == 'T' && is_ascii_digit(behind[1]) &&
                         behind.find(' ') == std::string_view::npos;
    return is_time && parse_day(text) ? text : iso;
}

std::string iso_date(std::string_view value, NumberOrder order) {
    std::string iso = begins_in_figures(value) ? std::string() : iso_date(value);
    if (!iso.empty()) return iso;
    const std::optional<Day> day = find_day_in_figures(value.substr(0, kLongestDate), order);
    return day ? iso_day(*day) : std::string();
}

}  // namespace sitrep
