#include "text/designators.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

using Names = std::span<const std::string_view>;

/// Words that a number follows in plain English. Each list is sorted.
constexpr std::array<std::string_view, 83> kWordsBeforeNumbers = {
    "a",   "ad",  "am",  "an", "and", "apr", "are", "as",  "at",  "aug", "bc",  "be",  "but", "by",
    "ch",  "cm",  "dec", "do", "dr",  "feb", "for", "ft",  "go",  "had", "has", "he",  "her", "hr",
    "i",   "if",  "in",  "is", "it",  "its", "jan", "jr",  "jul", "jun", "kg",  "km",  "lb",  "lt",
    "mar", "may", "me",  "mm", "mr",  "ms",  "mt",  "my",  "nd",  "no",  "nos", "not", "nov", "oct",
    "of",  "on",  "or",  "pg", "pm",  "pp",  "rd",  "sec", "sep", "so",  "sr",  "st",  "the", "to",
    "uk",  "un",  "up",  "us", "via", "vol", "vs",  "was", "we",  "who", "yd",  "you", "yr"};
/// Of those that a dash ties to a number, the ones that still make no name: `mid-20s`, `Jan-15`.
constexpr std::array<std::string_view, 34> kPrefixesOfNumbers = {
    "and",  "anti", "apr", "aug",  "by",  "dec", "feb",  "for", "from", "in", "jan",  "jul",
    "june", "jun",  "mar", "may",  "mid", "non", "nov",  "oct", "of",   "on", "only", "or",
    "over", "page", "per", "plus", "pre", "sep", "sept", "sub", "to",   "top"};
/// Short names that read like words; all others of three letters have no vowel when people type
/// them in lower case (`ddg 51`).
constexpr std::array<std::string_view, 3> kSpokenNames = {"aim", "link", "mig"};
/// What follows digits without making a variant: ordinals and units.
constexpr std::array<std::string_view, 20> kNoVariants = {"am", "cm", "ft", "gb", "hz", "kg", "km",
                                                          "kt", "kw", "lb", "mb", "mm", "mw", "nd",
                                                          "nm", "pm", "rd", "st", "th", "yd"};

bool is_in(Names names, std::string_view word) {
    return std::find(names.begin(), names.end(), word) != names.end();
}

/// The length of the run at `at` that `is` likes, at most `max` + 1.
template <class Is>
std::size_t run(std::string_view text, std::size_t at, std::size_t max, Is is) {
    std::size_t n = 0;
    while (n <= max && at + n < text.size() && is(text[at + n])) ++n;
    return n;
}

/// Digits and what follows them.
struct Tail {
    std::string_view digits;
    std::string_view variant;
};

/// Reads `35`, `35a`, `72b3`, `35s`; `raw` tells a plural s from a variant S.
std::optional<Tail> read_tail(std::string_view term, std::string_view raw) {
    if (term.size() > 1 && term.back() == 's' && raw.ends_with('s')) term.remove_suffix(1);
    const std::size_t digits = run(term, 0, 4, is_ascii_digit);
    if (digits == 0 || digits > 4) return std::nullopt;
    const std::size_t letters = run(term, digits, 2, is_ascii_alpha);
    const std::size_t numbers = letters == 0 ? 0 : run(term, digits + letters, 2, is_ascii_digit);
    if (letters > 2 || numbers > 2 || digits + letters + numbers != term.size())
        return std::nullopt;
    const Tail tail{term.substr(0, digits), term.substr(digits)};
    if (is_in(kNoVariants, tail.variant)) return std::nullopt;
    return tail;
}

bool is_year(const Tail& tail) {
    return tail.digits.size() == 4 && tail.variant.empty() && tail.digits >= "1800" &&
           tail.digits <= "2099";
}

bool is_letters(std::string_view term) {
    const std::size_t n = run(term, 0, 4, is_ascii_alpha);
    return n == term.size() && n >= 1 && n <= 4;
}

bool is_upper(std::string_view raw) {
    return std::none_of(raw.begin(), raw.end(), [](char c) { return is_ascii_lower(c); });
}

bool has_vowel(std::string_view term) {
    return term.find_first_of("aeiouy") != std::string_view::npos;
}

/// Whether letters and digits with one space between are one name. In capitals they are (`DDG 51`);
/// else only where the letters are no likely word, so that `f 35` typed in a question still is.
bool joins_over_space(const DesignatorWord& letters, const Tail& tail) {
    if (is_year(tail) || tail.variant.size() > 2) return false;
    if (tail.variant.size() == 2 && !is_ascii_digit(tail.variant[1])) return false;
    if (is_in(kSpokenNames, letters.term)) return true;
    if (letters.term.size() > 3 || is_in(kWordsBeforeNumbers, letters.term)) return false;
    return letters.term.size() < 3 || is_upper(letters.raw) || !has_vowel(letters.term);
}

bool joins(const DesignatorWord& letters, const Tail& tail, Gap gap) {
    if (gap == Gap::Space) return joins_over_space(letters, tail);
    if (gap != Gap::Dash || is_year(tail)) return false;
    return !is_in(kPrefixesOfNumbers, letters.term);
}

Designator named(std::string_view letters, const Tail& tail, std::size_t words) {
    Designator out;
    out.words = words;
    out.term.append(letters).append(tail.digits);
    if (!tail.variant.empty()) out.family = out.term;
    out.term.append(tail.variant);
    return out;
}

/// `F35`, `MQ9B`: nothing between.
std::optional<Designator> match_whole(const DesignatorWord& word) {
    const std::size_t letters = run(word.term, 0, 4, is_ascii_alpha);
    if (letters == 0 || letters > 4 || letters == word.term.size()) return std::nullopt;
    const std::optional<Tail> tail = read_tail(word.term.substr(letters), word.raw);
    if (!tail) return std::nullopt;
    return named(word.term.substr(0, letters), *tail, 1);
}

}  // namespace

DesignatorRole designator_role(std::string_view raw, std::string_view term) {
    if (raw.find_first_of(".,") != std::string_view::npos) return {};
    const bool possessive = raw.ends_with('s') && !term.ends_with('s');
    return {is_letters(term) && !possessive, read_tail(term, raw).has_value()};
}

std::optional<Designator> match_designator(std::span<const DesignatorWord> words) {
    const DesignatorWord& first = words[0];
    if (words.size() > 1 && designator_role(first.raw, first.term).begins &&
        designator_role(words[1].raw, words[1].term).continues) {
        const std::optional<Tail> tail = read_tail(words[1].term, words[1].raw);
        if (tail && joins(first, *tail, words[1].gap)) return named(first.term, *tail, 2);
    }
    return match_whole(first);
}

}  // namespace sitrep
