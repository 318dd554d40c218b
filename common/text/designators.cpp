#include "text/designators.hpp"

#include "base/strings.hpp"
#include "text/designator_items.hpp"
#include "text/designator_prefix.hpp"
#include "text/name_lists.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

using namespace name_lists;

constexpr std::size_t kMostItems = 4;  ///< of `A/B/C...`, and of `Block 50/52...`
/// Of one designator: a line of slashes must not become a page of terms.
constexpr std::size_t kMostNames = 32;

class Reader {
  public:
    Reader(NameWords words, Names& names) : words_(words), names_(names) {}

    std::size_t read() {
        if (const std::size_t taken = read_roman(); taken != 0) return taken;
        if (const std::size_t taken = read_placeholder(); taken != 0) return taken;
        if (const std::size_t taken = read_version(); taken != 0) return taken;
        std::optional<DesignatorPrefix> prefix = read_designator_prefix(words_);
        if (!prefix) return 0;
        prefix_ = *std::move(prefix);
        if (!read_items() || !may_end_at(end_)) return 0;
        const std::string joined = prefix_.joined + items_text();
        if (is_no_designator(joined)) return 0;
        name_base(joined);
        return read_suffix();
    }

  private:
    bool gap_is(std::size_t i, Gap gap) const { return i < words_.size() && words_[i].gap == gap; }

    /// A dash goes on only to a word: `F-35-based`, not `555-1234-5`.
    bool may_end_at(std::size_t end) const {
        if (!gap_is(end, Gap::Dash)) return true;
        const std::string_view next = words_[end].term;
        return next.size() > 1 && !is_ascii_digit(next[0]);
    }

    /// Capitals and a Roman numeral: `GPS III`.
    std::size_t read_roman() {
        const NameWord& letters = words_[0];
        if (const std::optional<std::string> mark = joined_mark(letters.raw, letters.term)) {
            if (!may_end_at(1)) return 0;
            put("mk" + *mark, TokenRole::Name, 1);
            return 1;
        }
        const bool is_mark = canonical_prefix(letters.term) == "mk";
        const bool tied =
            gap_is(1, Gap::Space) || gap_is(1, Gap::Dash) || (is_mark && gap_is(1, Gap::Stop));
        const bool named = is_letters(letters.term, 2, 6) && (is_capitals(letters.raw) || is_mark);
        if (!tied || !named || !may_end_at(2)) return 0;
        std::optional<std::string> arabic = arabic_of(words_[1].term);
        if (!is_capitals(words_[1].raw) && (!is_mark || !arabic)) return 0;
        if (!arabic && letters.term == "mk") arabic = single_roman(words_[1].term);
        if (!arabic) return 0;
        const std::string whole = std::string(canonical_prefix(letters.term)) + *arabic;
        put(whole, TokenRole::Name, 2);
        if (is_ascii_alpha(arabic->back()))
            put(whole.substr(0, whole.size() - 1), TokenRole::Family, 2);
        return 2;
    }

    /// What has no number yet: `DDG(X)`, `F/A-XX`.
    std::size_t read_placeholder() {
        if (words_.size() < 2 || !is_letters(words_[0].term, 1, 4) || !is_capitals(words_[0].raw))
            return 0;
        const NameWord& second = words_[1];
        if (second.gap == Gap::Open && second.raw == "X" && words_[0].term.size() > 1) {
            put(std::string(words_[0].term) + "x", TokenRole::Name, 2);
            return 2;
        }
        const bool fits = second.gap == Gap::Slash && is_letters(second.term, 1, 1) &&
                          gap_is(2, Gap::Dash) && words_[2].raw == "XX" && may_end_at(3);
        if (!fits) return 0;
        put(std::string(words_[0].term) + std::string(second.term) + "xx", TokenRole::Name, 3);
        return 3;
    }

    /// `SEP v3`, the tank unnamed.
    std::size_t read_version() {
        if (words_[0].term != "sep" || !gap_is(1, Gap::Space)) return 0;
        const std::optional<std::string> version = version_number(words_[1].term);
        if (!version || !may_end_at(2)) return 0;
        put("sepv" + *version, TokenRole::Name, 2);
        return 2;
    }

    bool read_items() {
        std::size_t at = prefix_.words;
        std::optional<DesignatorItem> item =
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
            case Gap::Space:
                return more_after_space();
            default:
                return false;
        }
    }

    bool more_after_slash() {
        const NameWord& next = words_[end_];
        DesignatorItem& last = items_.back();
        const std::string_view letters = singular(next.raw, next.term);
        const bool versioned = last.variant.size() > 1 && last.variant[0] == 'v' && in_parentheses_;
        if (versioned && is_digits(next.term, 2)) {
            items_.push_back({last.digits, "v" + std::string(next.term), 0});
        } else if (is_letters(letters, 1, 3) &&
                   !(gap_is(end_ + 1, Gap::Dash) && read_item(words_[end_ + 1]))) {
            const bool lower = letters.size() > 1 && !is_capitals(next.raw);
            if (lower) return false;
            if (items_.size() == 1 && last.variant.empty()) {
                last.variant = letters;  // GBU-39/B
            } else {
                items_.push_back({last.digits, std::string(letters), 0});
            }
        } else if (is_counted(letters) && is_counted(last.variant)) {  // M109A6/A7
            items_.push_back({last.digits, std::string(letters), 0});
        } else if (std::optional<DesignatorItem> item = read_item(next);
                   item && !is_year(*item) && prefix_.words != 0) {
            items_.push_back(*std::move(item));
        } else {
            return false;
        }
        ++end_;
        return true;
    }

    /// `Leopard 2 A8`, `F-16 C/D`: of letters apart from the number only such as follow one
    /// another.
    bool more_after_space() {
        const NameWord& next = words_[end_];
        DesignatorItem& last = items_.back();
        const std::string_view term = singular(next.raw, next.term);
        if (items_.size() != 1 || !last.variant.empty()) return false;
        const auto is_letter = [this](std::size_t i) {
            return is_letters(words_[i].term, 1, 1) && is_capitals(words_[i].raw);
        };
        const bool pair = is_letter(end_) && gap_is(end_ + 1, Gap::Slash) && is_letter(end_ + 1) &&
                          words_[end_ + 1].term[0] == next.term[0] + 1 && prefix_.words != 0;
        if (!pair && !(prefix_.is_upgraded_name && is_upgrade(next.raw, term))) return false;
        last.variant = term;
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
        DesignatorItem& last = items_.back();
        const bool ends = !gap_is(end_ + 1, Gap::Dash) || may_end_at(end_ + 1);
        if (items_.size() != 1 || !ends) return false;
        const std::string_view term = singular(next.raw, next.term);
        const std::size_t digits = run_length(term, 0, is_ascii_digit);
        const bool numbered = digits > 0 && digits <= 2 && term.size() - digits <= 1;
        const bool lettered = is_letters(next.term, 1, 1) && is_capitals(next.raw);
        // R-77-1, B61-12; not GAO-20-75, nor what rises, as pages P12-15 do
        const bool tied = prefix_.words == 0 || words_[end_ - 1].gap == Gap::Dash;
        const bool modified = numbered && last.digits.size() == 2 && tied &&
                              prefix_.joined.size() < 3 &&
                              (digits == 1 || term.substr(0, digits) < last.digits);
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
    static std::vector<std::string> families_of(const std::string& prefix,
                                                const DesignatorItem& item) {
        std::vector<std::string> families;
        for (std::size_t i = 0; i < item.variant.size(); ++i) {
            const bool cut =
                i == 0 || i == item.version || (i == 1 && prefix == "type") ||  // Type 052DL
                (is_ascii_digit(item.variant[i]) != is_ascii_digit(item.variant[i - 1]) &&
                 item.variant[i - 1] != '-');
            if (cut) families.push_back(prefix + item.digits + item.variant.substr(0, i));
        }
        return families;
    }

    void add_families(const std::string& prefix, const DesignatorItem& item) {
        const auto more = families_of(prefix, item);
        families_.insert(families_.end(), more.begin(), more.end());
        const std::size_t zeros = item.digits.find_first_not_of('0');
        if (zeros == 0 || zeros == std::string::npos || item.digits.size() - zeros < 2) return;
        const DesignatorItem plain{item.digits.substr(zeros), item.variant, item.version};
        families_.push_back(prefix + plain.text());  // Type 055 is read Type 55
        add_families(prefix, plain);
    }

    void name_base(const std::string& joined) {
        bases_.clear();
        families_.clear();
        std::vector<std::string> prefixes = prefix_.members;
        if (prefixes.empty()) prefixes = {prefix_.joined};
        for (const std::string& prefix : prefixes) {
            for (const DesignatorItem& item : items_) {
                bases_.push_back(prefix + item.text());
                add_families(prefix, item);
            }
        }
        for (const std::string& alias : prefix_.aliases) {
            for (const DesignatorItem& item : items_) {
                families_.push_back(alias + item.text());
                add_families(alias, item);
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
        return std::any_of(items_.begin(), items_.end(), [&](const DesignatorItem& item) {
            return item.digits != items_.front().digits;
        });
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
            const std::string suffix = kind + ordinal;
            for (const std::string& base : bases_)
                put(base + suffix, several ? TokenRole::Member : TokenRole::Name, end);
            for (const std::string& family : families_)
                put(family + suffix, TokenRole::Family, end);
            if (kind == "sepv") put_suffix(suffix, end);
        }
        return end;
    }

    /// `SEP v3` alone, as `SEPv3` is by itself.
    void put_suffix(const std::string& suffix, std::size_t end) {
        if (end - end_ < 2) return;
        names_.push_back({suffix, TokenKind::Designator, TokenRole::Family,
                          static_cast<std::uint8_t>(end_), static_cast<std::uint8_t>(end - end_)});
    }

    std::size_t read_ordinals(std::string& kind, std::vector<std::string>& ordinals) const {
        const std::string_view first = words_[end_].term;
        const std::size_t letters = run_length(first, 0, is_ascii_alpha);
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
            const std::optional<std::string> ordinal =
                kind == "sepv" && at == end_ + 1 && version_number(words_[at].term)
                    ? version_number(words_[at].term)
                    : read_ordinal(words_[at]);
            if (!ordinal) break;
            ordinals.push_back(*ordinal);
            gap = Gap::Slash;
            ++at;
        }
        return at;
    }

    NameWords words_;
    Names& names_;
    DesignatorPrefix prefix_;
    std::vector<DesignatorItem> items_;
    std::size_t end_ = 0;
    bool in_parentheses_ = false;
    std::vector<std::string> bases_;
    std::vector<std::string> families_;
};

}  // namespace

std::size_t read_designator(NameWords words, Names& names) { return Reader(words, names).read(); }

}  // namespace sitrep
