#include "indexer/extract/credit_line.hpp"

#include "base/strings.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/name_line.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/person_roles.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kMaxBytes = 160;
constexpr std::size_t kMaxParts = 6;
constexpr std::size_t kMaxPartWords = 6;

/// The people of a line of parts of which `dated` is the day: a byline, else the name behind it.
std::vector<std::string> people_of(const std::vector<std::string_view>& parts, std::size_t dated) {
    for (const std::string_view part : parts) {
        if (std::vector<std::string> names = parse_byline(part); !names.empty()) return names;
    }
    if (dated + 1 < parts.size() && is_bare_name(parts.back())) return parse_names(parts.back());
    if (dated == 0) return {};
    // "Ada Long | Senior Writer | May 3, 2015", "Ada Long, Harbor News | May 3, 2015"
    if (dated >= 2 && is_bare_name(parts.front()) && is_role(parts[1]))
        return parse_names(parts.front());
    std::optional<NameLine> front = read_name_line(parts.front());
    const bool named =
        front && (!front->behind.empty() || (dated >= 2 && is_outlet_name(parts[1])));
    return named ? std::move(front->names) : std::vector<std::string>();
}

/// The day of `By Ada Long on January 16, 2024 at 2:12 PM`, `By Ada Long - May 3, 2015`: whoever
/// takes the line out of the text shall not lose it.
std::optional<Day> day_behind_names(std::string_view byline) {
    constexpr std::string_view kOn = " on ";
    std::optional<Day> day;
    if (const std::size_t on = byline.rfind(kOn); on != std::string_view::npos) {
        const std::string_view tail = byline.substr(on + kOn.size());
        day = parse_date_line(tail.substr(0, tail.find(" at ")));
    }
    if (!day) day = find_day(byline);
    return day ? day : find_day_in_figures(byline, NumberOrder::MonthFirst);
}

}  // namespace

std::vector<std::string_view> separated_parts(std::string_view line) {
    static constexpr std::array<std::string_view, 4> kSeparators = {" | ", " · ", " • ", " / "};
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto separator =
            std::find_if(kSeparators.begin(), kSeparators.end(),
                         [line, at](std::string_view s) { return line.substr(at, s.size()) == s; });
        if (separator == kSeparators.end()) {
            ++at;
            continue;
        }
        parts.push_back(trimmed(line.substr(begin, at - begin)));
        at += separator->size();
        begin = at;
    }
    parts.push_back(trimmed(line.substr(std::min(begin, line.size()))));
    return parts;
}

std::optional<CreditLine> read_credit_line(std::string_view line) {
    if (line.size() > kMaxBytes) return std::nullopt;
    CreditLine credit;
    const std::vector<std::string_view> parts = separated_parts(line);
    if (parts.size() == 1) {
        credit.authors = parse_byline(line);
        credit.day = credit.authors.empty() ? parse_date_line(line) : day_behind_names(line);
        if (credit.authors.empty() && !credit.day) return std::nullopt;
        const std::size_t by = line.find(" by ");
        if (credit.authors.empty() && by != std::string_view::npos)
            credit.authors = parse_byline(line.substr(by + 1));
        return credit;
    }
    if (parts.size() > kMaxParts) return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (credit.day) break;
        credit.day = parse_date_line(parts[i]);
        if (credit.day) credit.authors = people_of(parts, i);
    }
    if (!credit.day) {
        credit.authors = parse_byline(parts.front());
        if (!credit.authors.empty()) credit.day = day_behind_names(line);
    }
    const bool short_parts = std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
        return count_words(part) <= kMaxPartWords + 4;
    });
    if ((credit.authors.empty() && !credit.day) || !short_parts) return std::nullopt;
    return credit;
}

bool is_link_row(std::string_view line) {
    constexpr std::size_t kMinParts = 3;
    if (line.size() > 2 * kMaxBytes) return false;
    const std::vector<std::string_view> parts = separated_parts(line);
    if (parts.size() < kMinParts) return false;
    return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
        return count_words(part) <= kMaxPartWords && !part.ends_with('.') && !part.ends_with('?') &&
               part.find(": ") == std::string_view::npos && !find_day(part) &&
               !parse_date_line(part);
    });
}

void note_credit(CreditLine credit, ArticleHeader& header) {
    if (header.authors.empty()) header.authors = std::move(credit.authors);
    if (!credit.day || !header.published.empty()) return;
    header.published = iso_day(*credit.day);
    header.published_from = "text";
}

}  // namespace sitrep
