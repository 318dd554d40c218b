#include "text/designator_prefix.hpp"

#include "base/strings.hpp"
#include "text/designator_items.hpp"
#include "text/name_lists.hpp"

#include <array>
#include <utility>

namespace sitrep {
namespace {

using namespace name_lists;

bool has_vowel(std::string_view term) {
    return term.find_first_of("aeiouy") != std::string_view::npos;
}

/// Capitals around small letters are no word: `PzH 2000` is no year.
bool is_mixed(std::string_view raw) {
    return raw.size() == 3 && is_ascii_upper(raw[0]) && !is_ascii_upper(raw[1]) &&
           is_ascii_upper(raw[2]);
}

/// Whether letters and a number with one space between are one name. In capitals they are
/// (`DDG 51`); else only where the letters are no likely word, so that `f 35` still is.
bool joins_over_space(const NameWord& letters, const DesignatorItem& item) {
    if (is_year(item)) return is_mixed(letters.raw);
    if (item.variant.size() > 3) return false;
    if (is_long_prefix(letters.term)) {
        const std::size_t least = letters.term == "project" ? 3 : letters.term == "type" ? 2 : 1;
        const bool said = item.digits.size() >= least;
        return said && (letters.term != "mark" || is_ascii_upper(letters.raw[0]));
    }
    if (item.variant.size() > 1 && !is_capitals(letters.raw) && is_letters(item.variant, 2, 3))
        return false;
    if (letters.term.size() > 3 || is_word_before_number(letters.term)) return false;
    if (!is_capitals(letters.raw) && is_foreign_word(letters.term)) return false;
    if (letters.raw == "x" && item.variant.empty()) return false;  // 11.6 x 9 inches
    // `Wi-Fi 6`, not `ex-DDG 51`
    if (letters.gap == Gap::Dash && !is_capitals(letters.raw)) return false;
    return letters.term.size() < 3 || is_capitals(letters.raw) || !has_vowel(letters.term);
}

/// Whether capitals in parentheses and the number behind these are one name, as the Navy has its
/// units: `Carrier Air Wing (CVW) 5`.
bool joins_out_of_parentheses(const NameWord& letters, const DesignatorItem& item) {
    return letters.gap == Gap::Opened && letters.term.size() > 1 && is_capitals(letters.raw) &&
           item.variant.empty() && joins_over_space(letters, item);
}

/// Letters of JETDS after AN/: where it is installed, what it is, what it is for.
bool is_jetds(std::string_view letters) {
    return letters.size() == 3 &&
           std::string_view("abcdfgkmpstuvwz").find(letters[0]) != std::string_view::npos &&
           std::string_view("abcdefghijklmnopqrstvwxyz").find(letters[1]) !=
               std::string_view::npos &&
           std::string_view("abcdeghklmnpqrstvwxyz").find(letters[2]) != std::string_view::npos;
}

class PrefixReader {
  public:
    explicit PrefixReader(NameWords words) : words_(words) {}

    std::optional<DesignatorPrefix> read() {
        const bool found = read_slashed_prefix() || read_solid_prefix() || read_plain_prefix() ||
                           read_index() || read_upgraded_prefix();
        if (!found) return std::nullopt;
        return std::move(prefix_);
    }

  private:
    const NameWord* word(std::size_t i) const { return i < words_.size() ? &words_[i] : nullptr; }
    bool gap_is(std::size_t i, Gap gap) const { return i < words_.size() && words_[i].gap == gap; }

    /// `F35A`, `M1A2`: letters and number without anything between.
    bool read_solid_prefix() {
        const std::string_view term = words_[0].term;
        std::size_t letters = run_length(term, 0, is_ascii_alpha);
        if (letters == 0 || letters > 5 || letters == term.size()) return false;
        prefix_ = {};
        prefix_.joined = term.substr(0, letters);
        if (letters == 5) {
            if (!term.starts_with("an") || !is_jetds(term.substr(2, 3))) return false;
            prefix_.joined.erase(0, 2);
        }
        prefix_.bytes = letters;
        return !is_no_prefix(prefix_.joined);
    }

    /// `F-35`, `DDG 51`, `Mk. 41`.
    bool read_plain_prefix() {
        const NameWord& letters = words_[0];
        if (words_.size() < 2 || !(is_letters(letters.term, 1, 4) || is_long_prefix(letters.term)))
            return false;
        const bool possessive = letters.raw.ends_with('s') && !letters.term.ends_with('s');
        const std::optional<DesignatorItem> item = read_item(words_[1]);
        if (!item || possessive || !joins(letters, *item, words_[1].gap)) return false;
        prefix_ = {};
        prefix_.joined = canonical_prefix(letters.term);
        prefix_.words = 1;
        return true;
    }

    /// `Leopard 2A8`, `Leopard 2 A8`: by the name that stands before its mark.
    bool read_upgraded_prefix() {
        const auto mark = [this](std::size_t i) { return singular(words_[i].raw, words_[i].term); };
        const bool fits =
            is_upgraded_word(words_[0].raw, words_[0].term) &&
            (gap_is(1, Gap::Space) || gap_is(1, Gap::Dash)) &&
            (is_upgraded_mark(mark(1)) || (is_digits(mark(1), 1) && gap_is(2, Gap::Space) &&
                                           is_upgrade(words_[2].raw, mark(2))));
        if (!fits) return false;
        prefix_ = {};
        prefix_.joined = words_[0].term;
        prefix_.words = 1;
        prefix_.is_upgraded_name = true;
        return true;
    }

    static bool joins(const NameWord& letters, const DesignatorItem& item, Gap gap) {
        if (letters.raw.find('.') != std::string_view::npos) return false;
        if (gap == Gap::Space) return joins_over_space(letters, item);
        if (gap == Gap::Closed) return joins_out_of_parentheses(letters, item);
        if (gap == Gap::Stop)
            return canonical_prefix(letters.term) == "mk" ||
                   (is_british_role(letters.term) &&
                    (is_capitals(letters.raw) || !has_vowel(letters.term)));
        return gap == Gap::Dash && (!is_year(item) || is_mixed(letters.raw)) &&
               !is_no_prefix(letters.term);
    }

    /// `AN/SPY-6`, `F/A-18`, `MH/HH-60`, and `T-AO-205`.
    bool read_slashed_prefix() {
        const NameWord* second = word(1);
        if (second == nullptr) return false;
        const std::string_view first = words_[0].term;
        if (second->gap == Gap::Dash && first == "t") return read_ship_prefix();
        if (second->gap == Gap::Dash && first.size() == 2) return read_missile_prefix();
        if (second->gap != Gap::Slash || !is_letters(first, 1, 3)) return false;
        prefix_ = {};
        const std::size_t letters = run_length(second->term, 0, is_ascii_alpha);
        if (letters == 0 || letters > 3) return false;
        const std::string_view other = second->term.substr(0, letters);
        if (letters == second->term.size()) {
            if (!number_follows(2)) return false;
            prefix_.words = 2;
        } else {
            prefix_.words = 1;
            prefix_.bytes = letters;
        }
        if (first == "an" && is_jetds(other)) {
            prefix_.joined = other;
        } else if (first.size() == 1 && letters == 1) {
            prefix_.joined = std::string(first) + std::string(other);
            prefix_.aliases = {std::string(first)};
        } else if (is_capitals(words_[0].raw)) {
            prefix_.joined = std::string(first) + std::string(other);
            prefix_.members = {std::string(first), std::string(other)};
        } else {
            return false;
        }
        return true;
    }

    bool read_ship_prefix() {
        const NameWord& hull = words_[1];
        if (!is_letters(hull.term, 2, 4) || !is_capitals(hull.raw) || !number_follows(2))
            return false;
        prefix_ = {};
        prefix_.joined = "t" + std::string(hull.term);
        prefix_.aliases = {std::string(hull.term)};
        prefix_.words = 2;
        return true;
    }

    /// `SS-N-22`. Without its dashes it is a submarine, SSN 22.
    bool read_missile_prefix() {
        constexpr std::array<std::string_view, 5> kTargets = {"aa", "as", "at", "sa", "ss"};
        constexpr std::array<std::string_view, 5> kFrom = {"c", "cx", "n", "nx", "x"};
        const std::string_view first = words_[0].term;
        const std::string_view kind = words_[1].term;
        const bool fits = is_one_of(first, kTargets) && is_one_of(kind, kFrom) && number_is_tied(2);
        if (!fits) return false;
        prefix_ = {};
        prefix_.joined = std::string(first) + "-" + std::string(kind);
        prefix_.words = 2;
        return true;
    }

    bool number_is_tied(std::size_t i) const {
        return gap_is(i, Gap::Dash) && read_item(words_[i]).has_value();
    }
    bool number_follows(std::size_t i) const {
        return (gap_is(i, Gap::Dash) || gap_is(i, Gap::Space)) && read_item(words_[i]).has_value();
    }

    /// `9K720`, `2S19M1`: what the GRAU calls it.
    bool read_index() {
        const std::string_view term = singular(words_[0].raw, words_[0].term);
        const std::size_t digits = run_length(term, 0, is_ascii_digit);
        const std::size_t letters = run_length(term, digits, is_ascii_alpha);
        if (digits == 0 || digits > 2 || letters == 0 || letters > 2 || term[digits] == 'x')
            return false;
        prefix_ = {};
        prefix_.joined = term.substr(0, digits + letters);
        prefix_.bytes = digits + letters;
        if (prefix_.bytes == term.size()) {  // 3M-54
            const bool tied = digits == 1 && is_capitals(words_[0].raw) && number_is_tied(1) &&
                              read_item(words_[1])->digits.size() > 1;
            if (!tied) return false;
            prefix_.words = 1;
            prefix_.bytes = 0;
        }
        return true;
    }

    NameWords words_;
    DesignatorPrefix prefix_;
};

}  // namespace

std::string_view canonical_prefix(std::string_view letters) {
    return letters == "mark" ? std::string_view("mk") : letters;
}

std::optional<DesignatorPrefix> read_designator_prefix(NameWords words) {
    return PrefixReader(words).read();
}

}  // namespace sitrep
