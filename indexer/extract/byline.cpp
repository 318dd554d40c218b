#include "indexer/extract/byline.hpp"

#include "base/strings.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kMaxNames = 8;
constexpr std::size_t kMaxNameWords = 6;
constexpr std::size_t kMaxNameBytes = 80;

/// Cuts `word` (any case) and the space or colon after it off the front of `text`.
bool take_word(std::string_view& text, std::string_view word) {
    if (text.size() <= word.size() || !equals_ignoring_case(text.substr(0, word.size()), word)) {
        return false;
    }
    const std::string_view rest = text.substr(word.size());
    if (rest.front() != ' ' && rest.front() != ':') return false;
    text = trimmed(rest.substr(rest.find_first_not_of(": ") == std::string_view::npos
                                   ? rest.size()
                                   : rest.find_first_not_of(": ")));
    return true;
}

/// Bytes of the separator of two names at `at`; 0 when there is none.
std::size_t separator_at(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 10> kSeparators = {
        " and ", " And ", " & ", ";", "|", " with ", "•", "·", "⋅", " - "};
    for (const std::string_view separator : kSeparators) {
        if (text.substr(at, separator.size()) == separator) return separator.size();
    }
    return text[at] == ',' ? 1 : 0;
}

/// What stands after a comma but is no person: "Jr.", degrees, roles, outlets.
bool is_addition(std::string_view part) {
    static constexpr std::array<std::string_view, 20> kWords = {
        "jr",        "sr",     "phd",     "md",     "editor", "staff", "reporter", "writer",
        "news",      "times",  "service", "press",  "daily",  "post",  "media",    "correspondent",
        "columnist", "office", "command", "affairs"};
    const std::string lower = ascii_lower(part);
    for (std::string_view word : split(lower, ' ')) {
        while (!word.empty() && !is_ascii_alpha(word.back())) word.remove_suffix(1);
        if (std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return true;
    }
    return count_words(part) < 2;
}

bool looks_like_name(std::string_view part) {
    if (part.empty() || part.size() > kMaxNameBytes) return false;
    if (part.find("://") != std::string_view::npos || part.find('@') != std::string_view::npos) {
        return false;
    }
    if (is_ascii_lower(part.front()) || is_ascii_digit(part.front())) return false;
    if (count_words(part) > kMaxNameWords) return false;
    return std::none_of(part.begin(), part.end(), is_ascii_digit);
}

}  // namespace

std::vector<std::string> parse_names(std::string_view text) {
    std::vector<std::string> names;
    const std::string whole = collapsed_space(text);
    std::string_view rest = whole;
    while (take_word(rest, "by") || take_word(rest, "written by") || take_word(rest, "author") ||
           take_word(rest, "posted by") || take_word(rest, "text by") ||
           take_word(rest, "words by")) {
    }
    std::size_t begin = 0;
    bool after_comma = false;
    for (std::size_t at = 0; at <= rest.size() && names.size() < kMaxNames; ++at) {
        const std::size_t width = at < rest.size() ? separator_at(rest, at) : 1;
        if (width == 0) continue;
        std::string_view part = trimmed(rest.substr(begin, at - begin));
        if (const std::size_t paren = part.find('('); paren != std::string_view::npos) {
            part = trimmed(part.substr(0, paren));
        }
        const bool addition = after_comma && is_addition(part);
        if (!addition && looks_like_name(part) &&
            std::find(names.begin(), names.end(), part) == names.end()) {
            names.emplace_back(part);
        }
        after_comma = at < rest.size() && rest[at] == ',';
        begin = at + width;
        at = begin - 1;
    }
    return names;
}

std::vector<std::string> parse_byline(std::string_view line) {
    constexpr std::size_t kMaxWords = 10;
    std::string_view rest = trimmed(line);
    if (rest.size() > 120 || count_words(rest) > kMaxWords) return {};
    if (!take_word(rest, "by") && !take_word(rest, "written by")) return {};
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
    static constexpr std::array<std::string_view, 8> kLabels = {
        "published on", "published", "posted on", "posted", "updated on", "updated", "date", "on"};
    constexpr std::size_t kMaxBytes = 60;
    std::string_view rest = trimmed(line);
    if (rest.size() > kMaxBytes) return std::nullopt;
    for (const std::string_view label : kLabels) {
        if (take_word(rest, label)) break;
    }
    const std::optional<Day> day = parse_day(rest);
    return day ? day : parse_pointed_day(rest);
}

namespace {

bool is_city_word(std::string_view word) {
    std::size_t upper = 0;
    for (const char c : word) {
        if (is_ascii_lower(c)) return false;
        if (is_ascii_upper(c)) ++upper;
    }
    return upper >= 2;
}

/// The dash that ends a dateline: its place, or npos when none stands early.
std::size_t dateline_dash(std::string_view text) {
    static constexpr std::array<std::string_view, 5> kDashes = {"—", "–", "--", " - ", "―"};
    constexpr std::size_t kReach = 90;
    std::size_t best = std::string_view::npos;
    for (const std::string_view dash : kDashes) {
        best = std::min(best, text.substr(0, kReach).find(dash));
    }
    return best;
}

}  // namespace

std::string find_dateline(std::string_view paragraph) {
    const std::string_view text = trimmed(paragraph);
    const std::size_t dash = dateline_dash(text);
    if (dash == std::string_view::npos || dash < 3) return {};
    std::string_view place = text.substr(0, dash);
    if (!is_city_word(split(place, ' ').front())) return {};
    if (const std::size_t paren = place.find('('); paren != std::string_view::npos) {
        place = place.substr(0, paren);
    }
    // "BEIRUT, Lebanon, May 3": a part with a digit is the day.
    std::vector<std::string> parts;
    for (const std::string_view part : split(place, ',')) {
        const std::string_view word = trimmed(part);
        if (word.empty()) continue;
        if (std::any_of(word.begin(), word.end(), is_ascii_digit)) break;
        if (parts.size() == 3 || count_words(word) > 5) return {};
        parts.emplace_back(word);
    }
    return join(parts, ", ");
}

}  // namespace sitrep
