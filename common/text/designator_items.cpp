#include "text/designator_items.hpp"

#include "base/strings.hpp"
#include "text/name_lists.hpp"

#include <algorithm>

namespace sitrep {

using namespace name_lists;

std::string_view singular(std::string_view raw, std::string_view term) {
    const bool marked =
        term.size() > 1 && term.back() == 's' && raw.size() > 1 && raw.back() == 's';
    if (!marked) return term;
    const char before = raw[raw.size() - 2];
    const bool ends_name = is_ascii_digit(before) || is_ascii_upper(before) || before == '\'' ||
                           static_cast<unsigned char>(before) >= 0x80;
    return ends_name ? term.substr(0, term.size() - 1) : term;
}

namespace {

/// Capitals, two letters of which may be one of another alphabet: `AMTSh` of `Mi-8AMTSh`.
bool is_transliterated(std::string_view raw) {
    const std::size_t last = raw.size() - 1;
    return raw.size() > 2 && raw[last] == 'h' && is_ascii_upper(raw[last - 1]) &&
           is_capitals(raw.substr(0, last));
}

/// Letters, digits, letters; `raw` as written. More than two letters together are a variant only in
/// capitals: `MiG-29SMT`, `MiG29SMT`. What looks like a unit is one in capitals behind a dash:
/// `Mi-28NM`, not `500NM`.
bool is_variant(std::string_view variant, std::string_view raw, const NameWord& word) {
    const std::size_t front = run_length(variant, 0, is_ascii_alpha);
    const std::size_t digits = run_length(variant, front, is_ascii_digit);
    const std::size_t back = run_length(variant, front + digits, is_ascii_alpha);
    if (front + digits + back != variant.size() || digits > 2 || back > 2) return false;
    const bool capitals = is_capitals(word.raw) && word.raw.back() != 's';
    if (is_no_variant(variant) && !(capitals && word.gap == Gap::Dash)) return false;
    if (front == 0 && digits > 0) return false;
    return front <= 2 || (front <= 4 && is_capitals(raw)) || (front <= 5 && is_transliterated(raw));
}

}  // namespace

std::optional<DesignatorItem> read_item(const NameWord& word, std::size_t from) {
    if (word.raw.find_first_of(".,") != std::string_view::npos) return std::nullopt;
    const std::string_view term =
        singular(word.raw, word.term).substr(std::min(from, word.term.size()));
    const std::size_t digits = run_length(term, 0, is_ascii_digit);
    if (digits == 0 || digits > 4) return std::nullopt;
    const std::string_view variant = term.substr(digits);
    const bool same_bytes = word.raw.size() == word.term.size();
    const std::string_view raw = same_bytes ? word.raw.substr(from + digits) : word.raw;
    if (!variant.empty() && !is_variant(variant, raw, word)) return std::nullopt;
    return DesignatorItem{std::string(term.substr(0, digits)), std::string(variant), 0};
}

std::optional<std::string> single_roman(std::string_view term) {
    const bool alone = term.size() == 1 || (is_letters(term, 2, 2) && term[1] < 'd');
    if (!alone || (term[0] != 'i' && term[0] != 'v')) return std::nullopt;
    return (term[0] == 'i' ? "1" : "5") + std::string(term.substr(1));
}

std::optional<std::string> joined_mark(std::string_view raw, std::string_view term) {
    if (term.size() < 3 || !term.starts_with("mk")) return std::nullopt;
    const std::string_view numeral = term.substr(2);
    if (!is_letters(numeral)) return std::nullopt;
    if (std::optional<std::string> arabic = arabic_of(numeral)) return arabic;
    return raw.starts_with("Mk") && is_capitals(raw.substr(2)) ? single_roman(numeral)
                                                               : std::nullopt;
}

bool is_upgraded_word(std::string_view raw, std::string_view term) {
    return is_letters(term, 4, 12) && is_ascii_upper(raw[0]) && !is_long_prefix(term);
}

bool is_upgraded_mark(std::string_view term) {
    if (term.size() < 3 || !is_ascii_digit(term[0]) || term[1] != 'a') return false;
    const std::size_t digits = run_length(term, 2, is_ascii_digit);
    return digits > 0 && digits < 3 && term.size() - digits < 5 &&
           run_length(term, 2 + digits, is_ascii_alpha) == term.size() - 2 - digits;
}

bool is_upgrade(std::string_view raw, std::string_view term) {
    return is_ascii_upper(raw[0]) && is_upgraded_mark("2" + std::string(term)) &&
           !is_no_designator(term);
}

std::optional<std::string> version_number(std::string_view term) {
    if (term.size() < 2 || term[0] != 'v' || !is_digits(term.substr(1), 2)) return std::nullopt;
    return std::string(term.substr(1));
}

std::optional<std::string> fiscal_year(std::string_view term) {
    if (!is_digits(term, 4)) return std::nullopt;
    if (term.size() == 2) return (term >= "70" ? "19" : "20") + std::string(term);
    if (term.size() == 4 && is_year(term)) return std::string(term);
    return std::nullopt;
}

std::optional<std::string> read_ordinal(const NameWord& word) {
    if (auto arabic = arabic_of(word.term)) return arabic;
    if (auto arabic = single_roman(word.term)) return arabic;
    const std::optional<DesignatorItem> item = read_item(word);
    if (!item || is_year(*item)) return std::nullopt;
    return item->text();
}

}  // namespace sitrep
