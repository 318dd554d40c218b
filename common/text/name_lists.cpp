#include "text/name_lists.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep::name_lists {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

template <std::size_t n>
bool is_in(const std::array<std::string_view, n>& list, std::string_view word) {
    return std::binary_search(list.begin(), list.end(), word);
}

/// Lists are searched by halves: each must be sorted.
template <std::size_t n>
constexpr std::array<std::string_view, n> sorted(std::array<std::string_view, n> list) {
    std::sort(list.begin(), list.end());
    return list;
}

template <std::size_t n>
std::string_view second_of(const std::array<Pair, n>& list, std::string_view word) {
    const auto* found = std::find_if(list.begin(), list.end(),
                                     [&](const Pair& pair) { return pair.first == word; });
    return found == list.end() ? std::string_view() : found->second;
}

constexpr auto kWordsBeforeNumbers = sorted(std::to_array<std::string_view>(
    {"a",   "ad",  "all", "am",  "an",  "and", "any", "apr", "are", "as",  "at",  "aug", "bc",
     "be",  "but", "by",  "ch",  "cm",  "cy",  "day", "dec", "do",  "dr",  "est", "feb", "few",
     "fig", "for", "ft",  "fy",  "gmt", "go",  "had", "has", "he",  "her", "his", "hr",  "i",
     "if",  "in",  "is",  "it",  "its", "jan", "jr",  "jul", "jun", "kg",  "km",  "lb",  "lt",
     "mar", "may", "me",  "mm",  "mr",  "ms",  "mt",  "my",  "nd",  "new", "no",  "nos", "not",
     "nov", "now", "oct", "of",  "old", "on",  "one", "or",  "our", "out", "per", "pg",  "pm",
     "pp",  "rd",  "sec", "sep", "so",  "sr",  "st",  "ten", "the", "to",  "top", "two", "uk",
     "un",  "up",  "us",  "utc", "via", "vol", "vs",  "was", "we",  "who", "yd",  "you", "yr"}));

/// Other languages', of one or two letters, written small: `de 12 buques`, `le 14 juillet`.
constexpr auto kForeignWords = sorted(std::to_array<std::string_view>(
    {"ab", "al", "am", "ao", "au", "da", "de", "di", "do", "du", "ed", "el", "em", "en", "et",
     "im", "la", "le", "lo", "na", "om", "op", "os", "ou", "se", "um", "un", "za", "zu"}));

constexpr auto kNoPrefixes = sorted(std::to_array<std::string_view>(
    {"and", "anti", "apr",  "aug",  "by",   "ca",   "cy",  "dec",  "est",  "feb",
     "fig", "for",  "from", "fy",   "gmt",  "high", "in",  "jan",  "jul",  "july",
     "jun", "june", "late", "low",  "mar",  "may",  "mid", "non",  "nov",  "oct",
     "of",  "on",   "only", "or",   "over", "page", "per", "plus", "post", "pp",
     "pre", "sec",  "sep",  "sept", "sub",  "to",   "top", "utc",  "vol"}));

constexpr auto kLongPrefixes = sorted(std::to_array<std::string_view>(
    {"aim", "lcac", "link", "mark", "mig", "project", "ssbn", "ssgn", "type", "wmsl"}));

/// Of two letters and more: one letter and a point end a sentence, or are an initial.
constexpr auto kBritishRoles =
    sorted(std::to_array<std::string_view>({"aew", "ah", "fga", "fgr", "frs", "ga", "gr", "has",
                                            "hc", "hm", "hma", "ht", "kc", "mra", "pr", "rc"}));

constexpr auto kNoVariants = sorted(
    std::to_array<std::string_view>({"am", "cm", "ft", "gb", "hz", "kg", "km", "kt", "kw", "lb",
                                     "mb", "mm", "mw", "nd", "nm", "pm", "rd", "st", "th", "yd"}));

constexpr auto kNoDesignators = sorted(std::to_array<std::string_view>(
    {"a2ad", "b2b",  "b2c", "c2",  "c2bmc", "c2d2e", "f2t2ea", "g2g", "g7", "g8", "g20", "h1n1",
     "h2o",  "h5n1", "mp3", "mp4", "p2p",   "p5",    "q1",     "q2",  "q3", "q4", "y2k"}));

constexpr auto kSuffixWords = std::to_array<Pair>({{"block", "block"},
                                                   {"blk", "block"},
                                                   {"mod", "mod"},
                                                   {"flight", "flight"},
                                                   {"flt", "flight"},
                                                   {"increment", "increment"},
                                                   {"inc", "increment"},
                                                   {"lot", "lot"},
                                                   {"tranche", "tranche"},
                                                   {"batch", "batch"},
                                                   {"variant", "variant"},
                                                   {"sepv", "sepv"},
                                                   {"sep", "sepv"}});

constexpr auto kRomans = std::to_array<Pair>({{"viii", "8"},
                                              {"xiii", "13"},
                                              {"iii", "3"},
                                              {"vii", "7"},
                                              {"xii", "12"},
                                              {"ii", "2"},
                                              {"iv", "4"},
                                              {"vi", "6"},
                                              {"ix", "9"},
                                              {"xi", "11"}});

constexpr auto kUnits = std::to_array<Pair>(
    {{"mm", "mm"},          {"millimeter", "mm"}, {"millimeters", "mm"}, {"millimetre", "mm"},
     {"millimetres", "mm"}, {"cm", "cm"},         {"centimeters", "cm"}, {"centimetres", "cm"},
     {"km", "km"},          {"kilometer", "km"},  {"kilometers", "km"},  {"kilometre", "km"},
     {"kilometres", "km"},  {"kms", "km"},        {"kg", "kg"},          {"kilogram", "kg"},
     {"kilograms", "kg"},   {"kgs", "kg"},        {"lb", "lb"},          {"lbs", "lb"},
     {"pound", "lb"},       {"pounds", "lb"},     {"ft", "ft"},          {"foot", "ft"},
     {"feet", "ft"},        {"mi", "mi"},         {"mile", "mi"},        {"miles", "mi"},
     {"nm", "nm"},          {"nmi", "nm"},        {"mph", "mph"},        {"kph", "kph"},
     {"kt", "kt"},          {"kts", "kt"},        {"knot", "kt"},        {"knots", "kt"},
     {"kw", "kw"},          {"kilowatt", "kw"},   {"kilowatts", "kw"},   {"mw", "mw"},
     {"megawatt", "mw"},    {"megawatts", "mw"},  {"gw", "gw"},          {"hz", "hz"},
     {"khz", "khz"},        {"mhz", "mhz"},       {"ghz", "ghz"},        {"gb", "gb"},
     {"tb", "tb"},          {"mb", "mb"}});

constexpr auto kScales = std::to_array<Pair>({{"million", "million"},
                                              {"mn", "million"},
                                              {"mln", "million"},
                                              {"billion", "billion"},
                                              {"bn", "billion"},
                                              {"bln", "billion"},
                                              {"trillion", "trillion"},
                                              {"tn", "trillion"}});
constexpr auto kShortScales =
    std::to_array<Pair>({{"m", "million"}, {"mm", "million"}, {"b", "billion"}, {"t", "trillion"}});

}  // namespace

bool is_word_before_number(std::string_view term) { return is_in(kWordsBeforeNumbers, term); }
bool is_foreign_word(std::string_view term) { return is_in(kForeignWords, term); }
bool is_no_prefix(std::string_view term) { return is_in(kNoPrefixes, term); }
bool is_long_prefix(std::string_view term) { return is_in(kLongPrefixes, term); }
bool is_british_role(std::string_view term) { return is_in(kBritishRoles, term); }
bool is_no_variant(std::string_view letters) { return is_in(kNoVariants, letters); }

bool is_no_designator(std::string_view joined) {
    if (is_in(kNoDesignators, joined)) return true;
    // C4I, C5ISR: command, control and so on, counted.
    return joined.size() > 2 && joined[0] == 'c' && is_ascii_digit(joined[1]) && joined[2] == 'i';
}

std::string_view suffix_word(std::string_view term) { return second_of(kSuffixWords, term); }

std::optional<std::string> arabic_of(std::string_view roman) {
    constexpr std::size_t kLongest = 5;
    if (roman.size() < 2 || roman.size() > kLongest) return std::nullopt;
    const std::string lower = ascii_lower(roman);
    for (const auto& [numeral, arabic] : kRomans) {
        if (!lower.starts_with(numeral)) continue;
        const std::string_view rest = std::string_view(lower).substr(numeral.size());
        if (rest.size() > 1 || (rest.size() == 1 && !is_ascii_alpha(rest[0]))) continue;
        return std::string(arabic) + std::string(rest);
    }
    return std::nullopt;
}

std::string_view unit_of(std::string_view term) { return second_of(kUnits, term); }
std::string_view scale_of(std::string_view term) { return second_of(kScales, term); }
std::string_view short_scale_of(std::string_view term) { return second_of(kShortScales, term); }

}  // namespace sitrep::name_lists
