#include "text/date.hpp"

#include "base/strings.hpp"
#include "text/date_reader.hpp"

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
    if (is_ascii_lower(before) && is_ascii_upper(text[at])) return true;  // "By Jane DoeMay 29"
    if (is_ascii_alpha(before) || is_ascii_digit(before)) return false;
    if (static_cast<unsigned char>(before) < 0x80) return true;
    // Behind a letter it does not, unless in figures ("发布于2015年"); behind a space or a dash it
    // does.
    if (is_ascii_digit(text[at]) || (at >= 2 && text.substr(at - 2, 2) == "\xC2\xA0")) return true;
    return at >= 3 && text.substr(at - 3, 2) == "\xE2\x80";
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

bool begins_with_month_day(std::string_view text) {
    DateReader reader(text.substr(0, kLongestDate));
    if (!reader.month()) return false;
    reader.skip_space();
    return reader.number(1, 2).has_value();
}

std::optional<Day> find_day(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool starts = is_ascii_digit(text[at]) || is_ascii_alpha(text[at]);
        if (!starts || !begins_word(text, at)) continue;
        DateReader reader(text.substr(0, at + kLongestDate), at);
        if (const std::optional<Day> day = reader.day(false)) return day;
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
