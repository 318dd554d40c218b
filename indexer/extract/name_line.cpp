#include "indexer/extract/name_line.hpp"

#include "base/strings.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/person_roles.hpp"
#include "indexer/extract/soldier_names.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// "USS Marsh", "USNI Wire": a word in capitals beside words that are not.
bool has_acronym(const std::vector<std::string_view>& words) {
    constexpr std::size_t kMinBytes = 3;
    const auto in_capitals = [](std::string_view word) {
        return word.size() >= kMinBytes && std::all_of(word.begin(), word.end(), is_ascii_upper);
    };
    const auto small = [](std::string_view word) {
        return std::any_of(word.begin(), word.end(), is_ascii_lower);
    };
    return std::any_of(words.begin(), words.end(), in_capitals) &&
           std::any_of(words.begin(), words.end(), small);
}

/// Words that begin the names of places, and titles.
bool begins_other_name(std::string_view word) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"a",     "an",   "the", "new",  "north", "south", "east", "west", "san",
         "santa", "los",  "las", "fort", "camp",  "port",  "st.",  "tel",  "hong",
         "abu",   "on",   "in",  "at",   "with",  "from",  "for",  "how",  "why",
         "what",  "more", "by",  "all",  "joint", "am",    "pm"});
    return is_one_of(ascii_lower(word), kWords);
}

/// What sections and offices are called, and no one.
bool is_beat_word(std::string_view word) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"naval",    "navy",     "army",     "air",      "land",     "space",    "cyber",
         "marine",   "marines",  "warfare",  "defense",  "defence",  "military", "force",
         "forces",   "politics", "policy",   "budget",   "business", "industry", "world",
         "global",   "national", "pentagon", "congress", "opinion",  "analysis", "commentary",
         "security", "weapons",  "features", "europe",   "asia",     "pacific",  "africa",
         "city",     "beach",    "harbor",   "island",   "affairs",  "public",   "command",
         "republic", "district", "press",    "release",  "top",      "stories",  "exclusive",
         "breaking", "special",  "latest",   "feature",  "research", "update"});
    return is_one_of(ascii_lower(word), kWords);
}

bool is_person(std::string_view part) {
    const std::string_view name = without_rank(part);
    const std::vector<std::string_view> words = split(name, ' ');
    return is_bare_name(name) && name.back() != '.' && !is_outlet_name(name) && !is_role(name) &&
           !is_base(name) && !is_service(name) && !is_desk(name) && !has_acronym(words) &&
           !begins_other_name(words.front()) &&
           std::none_of(words.begin(), words.end(), is_beat_word);
}

/// Whether what is joined by " and " or "&" is people all.
bool are_people(std::string_view text) {
    for (const std::string_view joint : {" and ", " & "}) {
        if (const std::size_t at = text.find(joint); at != std::string_view::npos)
            return is_person(trimmed(text.substr(0, at))) &&
                   are_people(trimmed(text.substr(at + joint.size())));
    }
    return is_person(text);
}

/// "Ada Long, Jo Marsh and Li Wei", "Ada Long, Jo Marsh, & Li Wei", "Ada Long, Jo Marsh, Li Wei";
/// of two names the second may be a place.
bool is_list_of_people(std::vector<std::string_view> parts) {
    constexpr std::size_t kMinParts = 3;
    const auto joint = [&parts](std::string_view word) {
        return parts.back().find(word) != std::string_view::npos;
    };
    if (!joint(" and ") && !joint(" & ") && parts.size() < kMinParts) return false;
    for (const std::string_view word : {" and ", " & "}) {
        if (parts.back().starts_with(word)) parts.back().remove_prefix(word.size());
    }
    return std::all_of(parts.begin(), parts.end(),
                       [](std::string_view part) { return are_people(trimmed(part)); });
}

}  // namespace

bool is_bare_name(std::string_view part) {
    const std::size_t words = count_words(part);
    if (words < 2 || words > 4) return false;
    const std::vector<std::string_view> all = split(part, ' ');
    const bool capitals = std::none_of(all.begin(), all.end(), [](std::string_view word) {
        return word.empty() || is_ascii_lower(word.front()) ||
               std::any_of(word.begin(), word.end(), is_ascii_digit);
    });
    return capitals && part.find_first_of(":?!@/[]") == std::string_view::npos;
}

bool is_outlet_name(std::string_view text) {
    static constexpr auto kTrade = std::to_array<std::string_view>(
        {"news",    "times",       "post",    "wire",     "herald",    "journal",  "daily",
         "weekly",  "tribune",     "gazette", "courier",  "chronicle", "review",   "magazine",
         "press",   "today",       "report",  "observer", "telegraph", "monitor",  "insider",
         "digest",  "bulletin",    "mail",    "standard", "dispatch",  "sentinel", "register",
         "stripes", "independent", "pilot",   "ledger",   "examiner",  "inquirer"});
    const std::string last = ascii_lower(text.substr(text.rfind(' ') + 1));
    return is_one_of(last, kTrade) || last.ends_with(".com") || last.ends_with(".org");
}

bool is_section_name(std::string_view text) {
    const std::vector<std::string_view> words = split(text, ' ');
    return std::all_of(words.begin(), words.end(), is_beat_word);
}

std::optional<NameLine> read_name_line(std::string_view line) {
    constexpr std::size_t kMaxWords = 14;
    line = trimmed(line);
    if (line.empty() || count_words(line) > kMaxWords) return std::nullopt;
    const std::vector<std::string_view> parts = split(line, ',');
    NameLine found;
    std::string_view names = line;
    if (parts.size() > 1 && !is_list_of_people(parts)) {
        names = trimmed(parts.front());
        found.behind = trimmed(line.substr(parts.front().size() + 1));
        // A town has its country behind it, in a word.
        const bool sure = is_outlet_name(found.behind) || is_role(found.behind);
        if (!sure && (count_words(found.behind) < 2 || found.behind.back() == '.'))
            return std::nullopt;
    }
    if (names != line || parts.size() == 1) {
        if (!are_people(names)) return std::nullopt;
    }
    found.names = parse_names(names);
    if (found.names.empty()) return std::nullopt;
    return found;
}

}  // namespace sitrep
