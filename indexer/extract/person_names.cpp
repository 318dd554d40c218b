#include "indexer/extract/person_names.hpp"

#include "base/strings.hpp"
#include "indexer/extract/by_words.hpp"
#include "indexer/extract/name_line.hpp"
#include "indexer/extract/person_roles.hpp"
#include "indexer/extract/soldier_names.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kMaxNames = 20;
constexpr std::size_t kMaxNameWords = 6;
constexpr std::size_t kMaxNameBytes = 80;
constexpr std::size_t kMaxTextBytes = 2000;

/// Bytes of the separator of two names at `at`; 0 when there is none.
std::size_t separator_at(std::string_view text, std::size_t at, NameSource source) {
    static constexpr auto kSeparators = std::to_array<std::string_view>(
        {" and ", " And ", " AND ", " & ", ";", "|", " with ", "•", "·", "⋅", " - ", " – ", " — "});
    for (const std::string_view separator : kSeparators) {
        if (text.substr(at, separator.size()) == separator) return separator.size();
    }
    if (source != NameSource::Given && text.substr(at, 3) == " / ") return 3;
    return text[at] == ',' ? 1 : 0;
}

/// "Jr.", degrees, outlets.
bool has_addition(std::string_view part) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"jr",       "sr",           "phd",        "md",       "staff",      "news",
         "times",    "service",      "press",      "daily",    "post",       "media",
         "office",   "command",      "affairs",    "network",  "university", "institute",
         "center",   "association",  "department", "agency",   "council",    "foundation",
         "inc",      "llc",          "company",    "division", "brigade",    "squadron",
         "regiment", "battalion",    "wing",       "fleet",    "corps",      "detachment",
         "garrison", "headquarters", "base"});
    for (const std::string_view word : split(part, ' ')) {
        if (is_one_of(bare_word(word), kWords)) return true;
    }
    return false;
}

/// What stands after a comma but is no person.
bool is_addition(std::string_view part) {
    return has_addition(part) || is_outlet_name(part) || part.starts_with("The ") ||
           count_words(part) < 2 || is_service(part) || is_base(part);
}

/// "Emily Post", whose family name outlets have, too.
bool may_be_person(std::string_view part) {
    static constexpr auto kFamilies =
        std::to_array<std::string_view>({"post", "press", "daily", "wing", "staff"});
    const std::vector<std::string_view> words = split(part, ' ');
    if (words.size() != 2 || words[0].size() < 2 || words[1].empty()) return false;
    return is_ascii_upper(words[0][0]) && is_ascii_lower(words[0][1]) &&
           is_ascii_upper(words[1][0]) && !has_addition(words[0]) &&
           is_one_of(ascii_lower(words[1]), kFamilies);
}

/// Those who send the news of others.
bool is_agency(std::string_view part) {
    static constexpr auto kAgencies = std::to_array<std::string_view>({"ap",
                                                                       "associated press",
                                                                       "reuters",
                                                                       "afp",
                                                                       "agence france-presse",
                                                                       "upi",
                                                                       "united press international",
                                                                       "xinhua",
                                                                       "tass",
                                                                       "interfax",
                                                                       "dpa",
                                                                       "ansa",
                                                                       "efe",
                                                                       "kyodo",
                                                                       "kyodo news",
                                                                       "pti",
                                                                       "ians",
                                                                       "ani",
                                                                       "bloomberg",
                                                                       "bloomberg news",
                                                                       "wire reports",
                                                                       "staff reports",
                                                                       "wire services",
                                                                       "newsroom",
                                                                       "guest",
                                                                       "admin",
                                                                       "administrator",
                                                                       "webmaster",
                                                                       "anonymous",
                                                                       "unknown",
                                                                       "staff",
                                                                       "undefined",
                                                                       "null",
                                                                       "user",
                                                                       "root"});
    std::string lower = ascii_lower(part);
    if (lower.starts_with("the ")) lower.erase(0, 4);
    return is_one_of(lower, kAgencies);
}

/// Of one that a place or an outlet stands behind: `Voice of America` is a name whole.
constexpr std::size_t kMinPersonWords = 2;

/// Cut where a place, an outlet or an address begins: "(Reuters)", " in Kabul", " for", "@ada".
std::string_view without_rest(std::string_view part, NameSource source) {
    static constexpr auto kSure =
        std::to_array<std::string_view>({"(", "[", " @", " http", " via "});
    static constexpr auto kPrinted =
        std::to_array<std::string_view>({" in ", " at ", " for ", " of ", " from ", " on "});
    const auto cut = [&part](std::string_view mark, std::size_t min_words) {
        const std::size_t at = part.find(mark);
        if (at == std::string_view::npos || at == 0) return;
        const std::string_view before = trimmed(part.substr(0, at));
        if (count_words(before) >= min_words) part = before;
    };
    for (const std::string_view mark : kSure) cut(mark, 1);
    if (source != NameSource::Given) {
        for (const std::string_view mark : kPrinted) cut(mark, kMinPersonWords);
    }
    while (!part.empty() && std::string_view(".,:*-").find(part.back()) != std::string_view::npos) {
        const bool initial =
            part.back() == '.' && part.size() >= 2 && is_ascii_alpha(part[part.size() - 2]);
        if (initial) break;  // "Ada L.", "Jr."
        part.remove_suffix(1);
    }
    return trimmed(part);
}

bool is_label(std::string_view part) {
    static constexpr auto kLabels = std::to_array<std::string_view>(
        {"by",          "written by",   "author",    "authors",   "posted by", "article by",
         "authored by", "words by",     "text by",   "story by",  "name",      "about",
         "share",       "follow",       "updated",   "published", "edited by", "reviewed by",
         "contributor", "view profile", "read more", "comments"});
    std::string text = ascii_lower(part);
    while (!text.empty() && (text.back() == ':' || text.back() == '*' || text.back() == ' '))
        text.pop_back();
    return is_one_of(text, kLabels);
}

/// What a link beside a name says: "View more posts", "Meet the team", "Our methodology".
bool is_invitation(std::string_view part) {
    static constexpr auto kFirst = std::to_array<std::string_view>(
        {"all", "click", "go", "here", "how", "learn", "meet", "more", "our", "read", "see", "sign",
         "subscribe", "view", "visit", "what", "why", "your"});
    return is_one_of(ascii_lower(part.substr(0, part.find(' '))), kFirst);
}

/// A name in a program that a theme left where its value should be: "page.head.extra.author".
bool is_variable(std::string_view part) {
    return std::count(part.begin(), part.end(), '.') >= 3 &&
           std::all_of(part.begin(), part.end(),
                       [](char c) { return is_ascii_lower(c) || c == '.' || c == '_'; });
}

/// "10+ years in the industry".
bool begins_with_amount(std::string_view part) {
    const std::size_t end = part.find_first_not_of("0123456789");
    return end != 0 && end != std::string_view::npos && part[end] == '+';
}

bool looks_like_name(std::string_view part, NameSource source) {
    if (part.empty() || part.size() > kMaxNameBytes || is_label(part) || is_agency(part) ||
        is_variable(part) || begins_with_amount(part))
        return false;
    if (part.find_first_of("@<>{}=?!\"") != std::string_view::npos ||
        part.find("://") != std::string_view::npos) {
        return false;
    }
    if (count_words(part) == 0 || count_words(part) > kMaxNameWords) return false;
    if (std::none_of(part.begin(), part.end(), [](char c) {
            return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
        })) {
        return false;
    }
    if (source == NameSource::Given) return true;
    for (const std::string_view end : {" by", " from", " to", " the", " of", " in"}) {
        if (part.ends_with(end) || part.find(" by ") != std::string_view::npos) return false;
    }
    if (is_ascii_lower(part.front()) || is_ascii_digit(part.front()) || is_invitation(part))
        return false;
    return std::none_of(part.begin(), part.end(), is_ascii_digit);
}

/// "ADA O'LONG" as "Ada O'Long".
std::string in_small_letters(std::string_view name) {
    std::string out(name);
    std::size_t longest = 0;
    for (const std::string_view word : split(name, ' ')) longest = std::max(longest, word.size());
    const bool capitals = std::all_of(name.begin(), name.end(), [](char c) {
        return !is_ascii_lower(c) && static_cast<unsigned char>(c) < 0x80;
    });
    if (!capitals || longest < 4 || count_words(name) < 2) return out;
    bool inside = false;
    for (char& c : out) {
        if (inside) c = ascii_lower(c);
        inside = is_ascii_alpha(c);
    }
    return out;
}

/// "Long, Ada" and "Long, Ada B.": a list of one name as registers have it.
bool is_family_first(std::string_view text) {
    const std::size_t comma = text.find(',');
    const bool latin = std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0xC9;  // the first byte of U+0250 and later
    });
    if (!latin) return false;
    if (comma == std::string_view::npos || text.find_first_of(",;&/|", comma + 1) < text.size())
        return false;
    const std::string_view family = trimmed(text.substr(0, comma));
    const std::vector<std::string_view> given = split(trimmed(text.substr(comma + 1)), ' ');
    const bool initial = given.size() == 2 && given[1].size() <= 2 && is_ascii_upper(given[1][0]);
    if (given[0].empty() || (given.size() != 1 && !initial)) return false;
    return count_words(family) == 1 && !is_agency(family) && !is_agency(given[0]) &&
           !is_role(given[0]) && !has_addition(given[0]);
}

/// Whether a text is one name, whatever stands inside it: "Center for Drug Evaluation and
/// Research", and what is a role alone.
bool is_office(std::string_view text, NameSource source) {
    if (source == NameSource::Printed || count_words(text) > kMaxNameWords ||
        text.find(',') != std::string_view::npos)
        return false;
    if (source == NameSource::Given && is_role(without_rank(text))) return true;
    for (const std::string_view link : {" for ", " of "}) {
        const std::size_t at = text.find(link);
        if (at == std::string_view::npos) continue;
        // "Ada Long of Reuters"
        if (source == NameSource::Given || count_words(text.substr(0, at)) < kMinPersonWords)
            return true;
    }
    return false;
}

/// What stands between two separators.
struct Part {
    std::string_view text;
    bool after_comma = false;
};

std::vector<Part> parts_of(std::string_view text, NameSource source) {
    std::vector<Part> parts;
    std::size_t begin = 0;
    bool after_comma = false;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const std::size_t width = at < text.size() ? separator_at(text, at, source) : 1;
        if (width == 0) continue;
        parts.push_back(
            {without_rank(without_by(trimmed(text.substr(begin, at - begin)))), after_comma});
        after_comma = at < text.size() && text[at] == ',';
        begin = at + width;
        at = begin - 1;
    }
    return parts;
}

/// "Ada Long Ada Long", of a picture and a link side by side, as "Ada Long".
std::string_view without_repeat(std::string_view name) {
    for (const std::size_t gap : {std::size_t{0}, std::size_t{1}}) {
        const std::size_t half = (name.size() - std::min(name.size(), gap)) / 2;
        const std::string_view first = name.substr(0, half);
        if (count_words(first) >= kMinPersonWords && name.size() == 2 * half + gap &&
            name.ends_with(first) && (gap == 0 || name[half] == ' '))
            return first;
    }
    return name;
}

/// Whether a part that may be a person is one: a name follows that has no addition itself, as in
/// "Ada Long, Emily Post and Jo Marsh".
bool is_person_among(const std::vector<Part>& parts, std::size_t at, NameSource source) {
    const auto is_behind_name = [](const Part& part) {
        return part.after_comma && (is_role(part.text) || is_addition(part.text));
    };
    if (!may_be_person(parts[at].text) || at + 1 >= parts.size()) return false;
    const std::string_view next = parts[at + 1].text;
    if (is_role(next) || is_addition(next) || !looks_like_name(next, source)) return false;
    return at + 2 >= parts.size() || !is_behind_name(parts[at + 2]);
}

}  // namespace

std::string in_reading_order(std::string_view name) {
    const std::size_t comma = name.find(',');
    if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos)
        return std::string(name);
    return std::string(trimmed(name.substr(comma + 1))) + " " +
           std::string(trimmed(name.substr(0, comma)));
}

std::vector<std::string> parse_names(std::string_view text, NameSource source) {
    std::vector<std::string> names;
    std::string whole = collapsed_space(text.substr(0, kMaxTextBytes));
    // The one outlet whose name reads as two people.
    constexpr std::string_view kStripes = "stars and stripes";
    if (const std::size_t at = ascii_lower(whole).find(kStripes); at != std::string::npos)
        whole.erase(at, kStripes.size());
    if (source == NameSource::Given && is_family_first(whole)) whole = in_reading_order(whole);
    const std::string_view rest = without_by(whole);
    if (is_office(rest, source))
        return looks_like_name(rest, source) ? std::vector<std::string>{std::string(rest)}
                                             : std::vector<std::string>();
    const std::vector<Part> parts = parts_of(rest, source);
    for (std::size_t i = 0; i < parts.size() && names.size() < kMaxNames; ++i) {
        const std::string_view part = without_role(parts[i].text);
        const bool addition =
            part.empty() || (parts[i].after_comma && !names.empty() && is_addition(parts[i].text) &&
                             !is_person_among(parts, i, source));
        const std::string_view name = without_repeat(without_rest(part, source));
        if (!addition && looks_like_name(name, source)) add_names({in_small_letters(name)}, names);
    }
    return names;
}

void add_names(std::vector<std::string> more, std::vector<std::string>& names) {
    for (std::string& name : more) {
        const bool known = std::any_of(
            names.begin(), names.end(),
            [&name](const std::string& have) { return equals_ignoring_case(have, name); });
        if (!known) names.push_back(std::move(name));
    }
}

}  // namespace sitrep
