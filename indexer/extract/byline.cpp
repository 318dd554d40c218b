#include "indexer/extract/byline.hpp"

#include "base/strings.hpp"
#include "indexer/extract/by_words.hpp"
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
    return begins_with_any(line, kSure) && take_foreign_by(line);
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

/// "Publié le", "Stand:": whether a line lost one, which says that it is no American's.
bool take_foreign_label(std::string_view& line) {
    static constexpr auto kLabels = std::to_array<std::string_view>(
        {"publié le", "le", "stand", "stand vom", "veröffentlicht am", "publicado el",
         "publicado em", "pubblicato il", "입력", "승인", "등록"});
    return std::any_of(kLabels.begin(), kLabels.end(),
                       [&line](std::string_view label) { return take_words(line, label); });
}

/// Without the hour as other languages print it behind the day ("um 14:30 Uhr", "à 14h30",
/// "14時30分"), and a source behind that.
std::string_view without_foreign_clock(std::string_view line) {
    static constexpr auto kSources = std::to_array<std::string_view>({" 来源", " 來源"});
    static constexpr auto kAt = std::to_array<std::string_view>(
        {" um ", " ore ", " à ", " a las ", " às ", " kl. ", " klo ", " 오전 ", " 오후 "});
    static constexpr auto kHours = std::to_array<std::string_view>({":", "時", "时", "시"});
    for (const std::string_view source : kSources) line = line.substr(0, line.find(source));
    for (const std::string_view at : kAt) {
        const std::size_t found = line.find(at);
        if (found == std::string_view::npos) continue;
        const std::string_view hour = line.substr(found + at.size());
        if (!hour.empty() && is_ascii_digit(hour.front())) line = line.substr(0, found);
    }
    if (line.ends_with(" Uhr")) line.remove_suffix(std::string_view(" Uhr").size());
    const std::size_t space = line.rfind(' ');
    const std::string_view last = line.substr(space == std::string_view::npos ? 0 : space + 1);
    const bool is_hour = !last.empty() && last.size() < line.size() && is_ascii_digit(last[0]) &&
                         contains_any(last, kHours);
    if (is_hour) line = trimmed(line.substr(0, space));
    if (line.ends_with(',') || line.ends_with('.')) line.remove_suffix(1);
    return trimmed(line);
}

std::optional<Day> parse_foreign_date_line(std::string_view line) {
    const bool labelled = take_foreign_label(line);
    line = without_foreign_clock(line);
    if (line.empty()) return std::nullopt;
    if (labelled && line.find('/') != std::string_view::npos &&
        line.find_first_not_of("0123456789/") == std::string_view::npos)
        return find_day_in_figures(line, NumberOrder::DayFirst);
    const std::optional<Day> day = parse_day(line);
    return day ? day : parse_pointed_day(line);
}

}  // namespace

std::optional<Day> parse_date_line(std::string_view line) {
    // "Last updated on", "Originally published:", "Publish date"
    static constexpr auto kLabels =
        std::to_array<std::string_view>({"first", "originally", "last", "page", "published",
                                         "publish", "posted", "updated", "modified", "date", "on"});
    constexpr std::size_t kMaxBytes = 60;
    std::string_view rest = trimmed(line.substr(0, line.find(" by ")));  // "May 3, 2015 by admin"
    if (rest.size() > kMaxBytes) return std::nullopt;
    while (std::any_of(kLabels.begin(), kLabels.end(),
                       [&rest](std::string_view label) { return take_words(rest, label); })) {
    }
    if (rest.empty()) return std::nullopt;
    if (const std::optional<Day> day = parse_day(rest)) return day;
    if (const std::optional<Day> day = parse_pointed_day(rest)) return day;
    return parse_foreign_date_line(rest);
}

}  // namespace sitrep
