#include "indexer/extract/byline.hpp"

#include "base/strings.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/soldier_names.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>

namespace sitrep {

namespace {

/// In a line of its own, only by the words that begin no name and no English headline: "Von Miller
/// Signs", "Door Handles Recalled".
bool take_foreign_byline(std::string_view& line) {
    static constexpr auto kSure =
        std::to_array<std::string_view>({"Par ", "Por ", "Autor:", "Auteur:", "Автор:", "作者："});
    return std::any_of(kSure.begin(), kSure.end(),
                       [line](std::string_view word) { return line.starts_with(word); }) &&
           take_foreign_by(line);
}

}  // namespace

std::vector<std::string> parse_byline(std::string_view line) {
    constexpr std::size_t kMaxWords = 10;
    std::string_view rest = trimmed(line);
    if (rest.size() > 120) return {};
    const bool is_long = count_words(rest) > kMaxWords;
    if (!take_words(rest, "by") && !take_words(rest, "written by") &&
        !take_words(rest, "story by") && !take_foreign_byline(rest))
        return {};
    if (rest.empty() || rest.back() == '.' || rest.back() == '?') return {};
    // A soldier's rank, unit and post make it long.
    if (is_long && !has_rank(rest.substr(0, rest.find(',')))) return {};
    return parse_names(rest);
}

namespace {

/// "3.5.2015"
std::optional<Day> parse_pointed_day(std::string_view text) {
    if (text.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
    const std::vector<Day> days = days_in_figures(text);
    return days.empty() ? std::nullopt : std::optional(days.front());
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
