#include "indexer/extract/byline.hpp"

#include "base/strings.hpp"
#include "indexer/extract/person_names.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>

namespace sitrep {

std::vector<std::string> parse_byline(std::string_view line) {
    constexpr std::size_t kMaxWords = 10;
    std::string_view rest = trimmed(line);
    if (rest.size() > 120 || count_words(rest) > kMaxWords) return {};
    if (!take_words(rest, "by") && !take_words(rest, "written by") && !take_words(rest, "story by"))
        return {};
    if (rest.empty() || rest.back() == '.' || rest.back() == '?') return {};
    return parse_names(rest);
}

namespace {

/// "3.5.2015": with points between, the day stands first wherever dates are printed so.
std::optional<Day> parse_pointed_day(std::string_view text) {
    const std::vector<std::string_view> parts = split(text, '.');
    if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].empty() || parts[i].size() > 4) return std::nullopt;
        for (const char c : parts[i]) {
            if (!is_ascii_digit(c)) return std::nullopt;
            numbers[i] = numbers[i] * 10 + (c - '0');
        }
    }
    const Day day{numbers[2], numbers[1], numbers[0]};
    return is_valid_day(day) ? std::optional(day) : std::nullopt;
}

}  // namespace

std::optional<Day> parse_date_line(std::string_view line) {
    static constexpr auto kLabels = std::to_array<std::string_view>(
        {"published on", "published", "first published on", "first published",
         "originally published on", "originally published", "posted on", "posted", "updated on",
         "updated", "last updated on", "last updated", "last modified on", "last modified",
         "modified on", "date", "on"});
    constexpr std::size_t kMaxBytes = 60;
    std::string_view rest = trimmed(line);
    if (rest.size() > kMaxBytes) return std::nullopt;
    for (const std::string_view label : kLabels) {
        if (take_words(rest, label)) break;
    }
    rest = trimmed(rest.substr(0, rest.find(" by ")));  // "Posted on May 3, 2015 by admin"
    const std::optional<Day> day = parse_day(rest);
    return day ? day : parse_pointed_day(rest);
}

}  // namespace sitrep
