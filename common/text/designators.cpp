#include "text/designators.hpp"

#include "base/strings.hpp"
#include "text/name_lists.hpp"
#include "text/word_shape.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

using namespace name_lists;

constexpr std::size_t kMostItems = 4;  ///< of `A/B/C...`, and of `Block 50/52...`
/// Of one designator: a line of slashes must not become a page of terms.
constexpr std::size_t kMostNames = 32;

/// The length of the run at `at` that `is` likes.
template <class Is>
std::size_t run(std::string_view text, std::size_t at, Is is) {
    std::size_t n = 0;
    while (at + n < text.size() && is(text[at + n])) ++n;
    return n;
}

bool is_letters(std::string_view term, std::size_t least, std::size_t most) {
    return term.size() >= least && term.size() <= most && sitrep::is_letters(term);
}

bool is_digits(std::string_view term, std::size_t most) {
    return term.size() <= most && sitrep::is_digits(term);
}

bool has_vowel(std::string_view term) {
    return term.find_first_of("aeiouy") != std::string_view::npos;
}

/// A number and its variant: `35`, `35a`, `72b3m`.
struct Item {
    std::string digits;
    std::string variant;
    std::size_t version = 0;  ///< where in it a `(V)1` begins
    std::string text() const { return digits + variant; }
};

/// Without the s of a plural: `35s`, `52Hs`, not `15S`.
std::string_view singular(std::string_view raw, std::string_view term) {
    const bool marked =
        term.size() > 1 && term.back() == 's' && raw.size() > 1 && raw.back() == 's';
    if (!marked) return term;
    const char before = raw[raw.size() - 2];
    const bool ends_name = is_ascii_digit(before) || is_ascii_upper(before) || before == '\'' ||
                           static_cast<unsigned char>(before) >= 0x80;
    return ends_name ? term.substr(0, term.size() - 1) : term;
}

/// Capitals, two letters of which may be one of another alphabet: `AMTSh` of `Mi-8AMTSh`.
bool is_transliterated(std::string_view raw) {
    const std::size_t last = raw.size() - 1;
    return raw.size() > 2 && raw[last] == 'h' && is_ascii_upper(raw[last - 1]) &&
           is_capitals(raw.substr(0, last));
}

/// Letters, digits, letters. More than two letters together are a variant only in capitals:
/// `MiG-29SMT`. What looks like a unit is one in capitals behind a dash: `Mi-28NM`, not `500NM`.
bool is_variant(std::string_view variant, const NameWord& word) {
    const std::size_t front = run(variant, 0, is_ascii_alpha);
    const std::size_t digits = run(variant, front, is_ascii_digit);
    const std::size_t back = run(variant, front + digits, is_ascii_alpha);
    if (front + digits + back != variant.size() || digits > 2 || back > 2) return false;
    const bool capitals = is_capitals(word.raw) && word.raw.back() != 's';
    if (is_no_variant(variant) && !(capitals && word.gap == Gap::Dash)) return false;
    if (front == 0 && digits > 0) return false;
    return front <= 2 || (front <= 4 && is_capitals(word.raw)) ||
           (front <= 5 && is_transliterated(word.raw));
}

/// Reads `35`, `35a`, `72b3`, `35s` from byte `from` of a word on.
std::optional<Item> read_item(const NameWord& word, std::size_t from = 0) {
    if (word.raw.find_first_of(".,") != std::string_view::npos) return std::nullopt;
    const std::string_view term =
        singular(word.raw, word.term).substr(std::min(from, word.term.size()));
    const std::size_t digits = run(term, 0, is_ascii_digit);
    if (digits == 0 || digits > 4) return std::nullopt;
    const std::string_view variant = term.substr(digits);
    if (!variant.empty() && !is_variant(variant, word)) return std::nullopt;
    return Item{std::string(term.substr(0, digits)), std::string(variant), 0};
}

bool is_year(const Item& item) { return item.variant.empty() && sitrep::is_year(item.digits); }

/// Whether letters and a number with one space between are one name. In capitals they are
/// (`DDG 51`); else only where the letters are no likely word, so that `f 35` still is.
bool joins_over_space(const NameWord& letters, const Item& item) {
    if (is_year(item) || item.variant.size() > 3) return false;
    if (is_long_prefix(letters.term)) {
        const bool said = letters.term != "type" || item.digits.size() > 1;
        return said && (letters.term != "mark" || is_ascii_upper(letters.raw[0]));
    }
    if (item.variant.size() > 1 && !is_capitals(letters.raw) && is_letters(item.variant, 2, 3))
        return false;
    if (letters.term.size() > 3 || is_word_before_number(letters.term)) return false;
    if (letters.raw == "x" && item.variant.empty()) return false;  // 11.6 x 9 inches
    // `Wi-Fi 6`, not `ex-DDG 51`
    if (letters.gap == Gap::Dash && !is_capitals(letters.raw)) return false;
    return letters.term.size() < 3 || is_capitals(letters.raw) || !has_vowel(letters.term);
}

/// The one-letter numerals, which are numerals only behind a word that says so: `Block I`,
/// `Block IB`, `Flight V`, `Mk V`.
std::optional<std::string> single_roman(std::string_view term) {
    const bool alone = term.size() == 1 || (is_letters(term, 2, 2) && term[1] < 'd');
    if (!alone || (term[0] != 'i' && term[0] != 'v')) return std::nullopt;
    return (term[0] == 'i' ? "1" : "5") + std::string(term.substr(1));
}

std::string_view canonical_prefix(std::string_view letters) {
    return letters == "mark" ? std::string_view("mk") : letters;
}

/// Letters of JETDS after AN/: where it is installed, what it is, what it is for.
bool is_jetds(std::string_view letters) {
    return letters.size() == 3 &&
           std::string_view("abcdfgkmpstuvz").find(letters[0]) != std::string_view::npos &&
           std::string_view("abcdefghijklmnopqrstvwxyz").find(letters[1]) !=
               std::string_view::npos &&
           std::string_view("abcdeghklmnpqrstvwxyz").find(letters[2]) != std::string_view::npos;
}

/// What stands before the number.
struct Prefix {
    std::string joined;                ///< `fa` of F/A-18
    std::vector<std::string> members;  ///< `mh`, `hh` of MH/HH-60
    std::vector<std::string> aliases;  ///< `f` of F/A-18: found by it, not the same
    std::size_t words = 0;             ///< that it takes whole
    std::size_t bytes = 0;             ///< of the next word
};

class Reader {
  public:
    Reader(NameWords words, Names& names) : words_(words), names_(names) {}

    std::size_t read() {
        if (const std::size_t taken = read_roman(); taken != 0) return taken;
        if (!read_base() || !may_end_at(end_)) return 0;
        const std::string joined = prefix_.joined + items_text();
        if (is_no_designator(joined)) return 0;
        name_base(joined);
        return read_suffix();
    }

  private:
    const NameWord* word(std::size_t i) const { return i < words_.size() ? &words_[i] : nullptr; }
    bool gap_is(std::size_t i, Gap gap) const { return i < words_.size() && words_[i].gap == gap; }

    /// A dash goes on only to a word: `F-35-based`, not `555-1234-5`.
    bool may_end_at(std::size_t end) const {
        if (!gap_is(end, Gap::Dash)) return true;
        const std::string_view next = words_[end].term;
        return next.size() > 1 && !is_ascii_digit(next[0]);
    }

    /// Capitals and a Roman numeral: `GPS III`.
    std::size_t read_roman() {
        if (words_.size() < 2 || !(gap_is(1, Gap::Space) || gap_is(1, Gap::Dash))) return 0;
        const NameWord& letters = words_[0];
        const bool named = is_letters(letters.term, 2, 6) &&
                           (is_capitals(letters.raw) || canonical_prefix(letters.term) == "mk");
        if (!named || !is_capitals(words_[1].raw) || !may_end_at(2)) return 0;
        std::optional<std::string> arabic = arabic_of(words_[1].term);
        if (!arabic && letters.term == "mk") arabic = single_roman(words_[1].term);
        if (!arabic) return 0;
        const std::string whole = std::string(canonical_prefix(letters.term)) + *arabic;
        put(whole, TokenRole::Name, 2);
        if (is_ascii_alpha(arabic->back()))
            put(whole.substr(0, whole.size() - 1), TokenRole::Family, 2);
        return 2;
    }

    bool read_base() {
        const bool has_prefix = read_slashed_prefix() || read_solid_prefix() || read_plain_prefix();
        if (!has_prefix) return read_grau();
        return read_items();
    }

    /// `F35A`, `M1A2`: letters and number without anything between.
    bool read_solid_prefix() {
        const std::string_view term = words_[0].term;
        std::size_t letters = run(term, 0, is_ascii_alpha);
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
        if (words_.size() < 2 || !is_letters(letters.term, 1, 4)) return false;
        const bool possessive = letters.raw.ends_with('s') && !letters.term.ends_with('s');
        const std::optional<Item> item = read_item(words_[1]);
        if (!item || possessive || !joins(letters, *item, words_[1].gap)) return false;
        prefix_ = {};
        prefix_.joined = canonical_prefix(letters.term);
        prefix_.words = 1;
        return true;
    }

    static bool joins(const NameWord& letters, const Item& item, Gap gap) {
        if (letters.raw.find('.') != std::string_view::npos) return false;
        if (gap == Gap::Space) return joins_over_space(letters, item);
        if (gap == Gap::Stop) return canonical_prefix(letters.term) == "mk";
        return gap == Gap::Dash && !is_year(item) && !is_no_prefix(letters.term);
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
        const std::size_t letters = run(second->term, 0, is_ascii_alpha);
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
        const bool fits = std::find(kTargets.begin(), kTargets.end(), first) != kTargets.end() &&
                          std::find(kFrom.begin(), kFrom.end(), kind) != kFrom.end() &&
                          number_is_tied(2);
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
    bool read_grau() {
        const std::string_view term = singular(words_[0].raw, words_[0].term);
        const std::size_t digits = run(term, 0, is_ascii_digit);
        const std::size_t letters = run(term, digits, is_ascii_alpha);
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
        return read_items();
    }

    bool read_items() {
        std::size_t at = prefix_.words;
        std::optional<Item> item =
            at < words_.size() ? read_item(words_[at], prefix_.bytes) : std::nullopt;
        if (!item) return false;
        items_ = {*std::move(item)};
        end_ = at + 1;
        while (end_ < words_.size() && items_.size() < kMostItems && more()) {
        }
        return true;
    }

    /// Takes what follows the number into the tail, or ends it.
    bool more() {
        switch (words_[end_].gap) {
            case Gap::Slash:
                return more_after_slash();
            case Gap::Dash:
                return more_after_dash();
            case Gap::Open:
                return more_in_parentheses();
            default:
                return false;
        }
    }

    bool more_after_slash() {
        const NameWord& next = words_[end_];
        Item& last = items_.back();
        const std::string_view letters = singular(next.raw, next.term);
        const bool versioned = last.variant.size() > 1 && last.variant[0] == 'v' && in_parentheses_;
        if (versioned && is_digits(next.term, 2)) {
            items_.push_back({last.digits, "v" + std::string(next.term), 0});
        } else if (is_letters(letters, 1, 3) && !number_is_tied(end_ + 1)) {
            const bool lower = letters.size() > 1 && !is_capitals(next.raw);
            if (lower) return false;
            if (items_.size() == 1 && last.variant.empty()) {
                last.variant = letters;  // GBU-39/B
            } else {
                items_.push_back({last.digits, std::string(letters), 0});
            }
        } else if (is_counted(letters) && is_counted(last.variant)) {  // M109A6/A7
            items_.push_back({last.digits, std::string(letters), 0});
        } else if (std::optional<Item> item = read_item(next);
                   item && !is_year(*item) && prefix_.words != 0) {
            items_.push_back(*std::move(item));
        } else {
            return false;
        }
        ++end_;
        return true;
    }

    /// A letter and a number: `A6`.
    static bool is_counted(std::string_view variant) {
        return variant.size() > 1 && is_ascii_alpha(variant[0]) && is_digits(variant.substr(1), 2);
    }

    /// `AGM-158C-1`, `C-130J-30`; `MQ-9-B`.
    bool more_after_dash() {
        const NameWord& next = words_[end_];
        Item& last = items_.back();
        const bool ends = !gap_is(end_ + 1, Gap::Dash) || may_end_at(end_ + 1);
        if (items_.size() != 1 || !ends) return false;
        const std::string_view term = singular(next.raw, next.term);
        const std::size_t digits = run(term, 0, is_ascii_digit);
        const bool numbered = digits > 0 && digits <= 2 && term.size() - digits <= 1;
        const bool lettered = is_letters(next.term, 1, 1) && is_capitals(next.raw);
        // R-77-1; not GAO-20-75
        const bool modified = numbered && digits == 1 && last.digits.size() == 2 &&
                              words_[end_ - 1].gap == Gap::Dash && prefix_.joined.size() < 3;
        if (!(last.variant.empty() ? lettered || modified
                                   : numbered && is_ascii_alpha(last.variant.back())))
            return false;
        if (last.variant.empty() && modified) last.variant += '-';
        last.variant += term;
        ++end_;
        return true;
    }

    /// `SPY-6(V)1`: a version.
    bool more_in_parentheses() {
        if (words_[end_].term != "v" || items_.size() != 1) return false;
        in_parentheses_ = true;
        items_.back().version = items_.back().variant.size();
        items_.back().variant += 'v';
        ++end_;
        if (!gap_is(end_, Gap::Close)) return true;
        const std::string_view number = singular(words_[end_].raw, words_[end_].term);
        if (!is_digits(number, 2)) return true;
        items_.back().variant += number;
        ++end_;
        return true;
    }

    std::string items_text() const {
        std::string text = items_.front().text();
        for (std::size_t i = 1; i < items_.size(); ++i) {
            const bool same = items_[i].digits == items_[i - 1].digits;
            text += same ? items_[i].variant : items_[i].text();
        }
        return text;
    }

    void put(std::string term, TokenRole role, std::size_t words) {
        const auto same = [&](const Name& name) {
            return name.term == term && name.words == words && name.first == 0;
        };
        if (names_.size() >= kMostNames || std::any_of(names_.begin(), names_.end(), same)) return;
        names_.push_back(
            {std::move(term), TokenKind::Designator, role, 0, static_cast<std::uint8_t>(words)});
    }

    /// `72b3` is a 72b and a 72: the number with each beginning of the variant.
    static std::vector<std::string> families_of(const std::string& prefix, const Item& item) {
        std::vector<std::string> families;
        for (std::size_t i = 0; i < item.variant.size(); ++i) {
            const bool cut =
                i == 0 || i == item.version ||
                (is_ascii_digit(item.variant[i]) != is_ascii_digit(item.variant[i - 1]) &&
                 item.variant[i - 1] != '-');
            if (cut) families.push_back(prefix + item.digits + item.variant.substr(0, i));
        }
        return families;
    }

    void name_base(const std::string& joined) {
        bases_.clear();
        families_.clear();
        std::vector<std::string> prefixes = prefix_.members;
        if (prefixes.empty()) prefixes = {prefix_.joined};
        for (const std::string& prefix : prefixes) {
            for (const Item& item : items_) {
                bases_.push_back(prefix + item.text());
                const auto more = families_of(prefix, item);
                families_.insert(families_.end(), more.begin(), more.end());
            }
        }
        for (const std::string& alias : prefix_.aliases) {
            for (const Item& item : items_) {
                families_.push_back(alias + item.text());
                const auto more = families_of(alias, item);
                families_.insert(families_.end(), more.begin(), more.end());
            }
        }
        if (!is_number_list()) put(joined, TokenRole::Name, end_);
        if (bases_.size() > 1)
            for (const std::string& base : bases_) put(base, TokenRole::Member, end_);
        for (const std::string& family : families_) put(family, TokenRole::Family, end_);
        if (bases_.size() == 1) name_lower_plural();
    }

    /// `Su-27/30` is nothing as a whole.
    bool is_number_list() const {
        return std::any_of(items_.begin(), items_.end(),
                           [&](const Item& item) { return item.digits != items_.front().digits; });
    }

    /// `f-35as`, typed without capitals, may be a plural.
    void name_lower_plural() {
        const std::string& variant = items_.front().variant;
        if (variant.size() != 2 || !variant.ends_with('s') || is_capitals(words_[end_ - 1].raw))
            return;
        put(bases_.front().substr(0, bases_.front().size() - 1), TokenRole::Member, end_);
    }

    /// `Block 50/52` behind the base; the words taken in all.
    std::size_t read_suffix() {
        if (!gap_is(end_, Gap::Space)) return end_;
        std::string kind;
        std::vector<std::string> ordinals;
        const std::size_t end = read_ordinals(kind, ordinals);
        if (ordinals.empty() || end > kMaxNameWords) return end_;
        // With its suffix it is one thing; without, what that is a kind of.
        for (Name& name : names_) name.role = TokenRole::Family;
        const bool several = bases_.size() * ordinals.size() > 1;
        for (const std::string& ordinal : ordinals) {
            for (const std::string& base : bases_)
                put(base + kind + ordinal, several ? TokenRole::Member : TokenRole::Name, end);
            for (const std::string& family : families_)
                put(family + kind + ordinal, TokenRole::Family, end);
        }
        return end;
    }

    std::size_t read_ordinals(std::string& kind, std::vector<std::string>& ordinals) const {
        const std::string_view first = words_[end_].term;
        const std::size_t letters = run(first, 0, is_ascii_alpha);
        kind = suffix_word(first.substr(0, letters));
        if (kind.empty()) return end_;
        std::size_t at = end_ + 1;
        if (letters < first.size()) {  // SEPv3
            if (kind == "sepv" && is_digits(first.substr(letters), 2))
                ordinals.emplace_back(first.substr(letters));
            return at;
        }
        Gap gap = Gap::Space;
        while (at < words_.size() && ordinals.size() < kMostItems &&
               (words_[at].gap == gap || (gap == Gap::Space && words_[at].gap == Gap::Dash))) {
            const std::optional<std::string> ordinal = ordinal_of(words_[at]);
            if (!ordinal) break;
            ordinals.push_back(*ordinal);
            gap = Gap::Slash;
            ++at;
        }
        return at;
    }

    static std::optional<std::string> ordinal_of(const NameWord& word) {
        if (const auto arabic = arabic_of(word.term)) return arabic;
        if (const auto arabic = single_roman(word.term)) return arabic;
        const std::optional<Item> item = read_item(word);
        if (!item || is_year(*item)) return std::nullopt;
        return item->text();
    }

    NameWords words_;
    Names& names_;
    Prefix prefix_;
    std::vector<Item> items_;
    std::size_t end_ = 0;
    bool in_parentheses_ = false;
    std::vector<std::string> bases_;
    std::vector<std::string> families_;
};

}  // namespace

std::size_t read_designator(NameWords words, Names& names) { return Reader(words, names).read(); }

namespace {

NameJoints joints_of_letters(std::string_view raw, std::string_view term) {
    NameJoints joints;
    const bool possessive = raw.ends_with('s') && !term.ends_with('s');
    const bool is_short = term.size() < 4 && !is_word_before_number(term);
    const bool is_hull = term.size() == 4 && is_capitals(raw);
    if (!possessive && (is_short || is_hull || is_long_prefix(term) || term == "mark"))
        joints.begins |= NameJoints::kNumbered;
    if (!possessive && is_letters(term, 2, 6) &&
        (is_capitals(raw) || canonical_prefix(term) == "mk"))
        joints.begins |= NameJoints::kRoman;
    if (!suffix_word(term).empty()) {
        joints.follows |= NameJoints::kSuffixed;
        joints.begins |= NameJoints::kNumbered | NameJoints::kRoman;
    }
    if (!unit_of(term).empty() || !scale_of(term).empty() || !short_scale_of(term).empty())
        joints.follows |= NameJoints::kCounted;
    if (term == "x") {
        joints.follows |= NameJoints::kCounted;
        joints.begins |= NameJoints::kTimes;
    }
    const bool is_one_or_five = (term[0] == 'i' || term[0] == 'v') && term.size() < 3;
    if (arabic_of(term) || is_one_or_five) joints.follows |= NameJoints::kRoman;
    return joints;
}

}  // namespace

NameJoints name_joints(std::string_view raw, std::string_view term) {
    if (term.empty()) return {};
    const std::size_t letters = run(term, 0, is_ascii_alpha);
    if (letters == term.size()) {
        const bool dotted = raw.find('.') != std::string_view::npos;
        return dotted ? NameJoints() : joints_of_letters(raw, term);
    }
    NameJoints joints;
    if (is_ascii_digit(term[0])) {
        joints.begins = NameJoints::kCounted;
        joints.follows = NameJoints::kTimes;
        if (read_item({raw, term, Gap::Other})) joints.follows |= NameJoints::kNumbered;
    } else if (letters > 0) {
        joints.begins = NameJoints::kSuffixed;
        if (!suffix_word(term.substr(0, letters)).empty()) joints.follows |= NameJoints::kSuffixed;
    }
    return joints;
}

}  // namespace sitrep
