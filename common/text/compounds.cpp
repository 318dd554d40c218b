#include "text/compounds.hpp"

#include "text/designator_items.hpp"
#include "text/designators.hpp"
#include "text/name_lists.hpp"
#include "text/word_shape.hpp"

#include <algorithm>

namespace sitrep {
namespace {

using namespace name_lists;

constexpr std::size_t kMostJoined = 3;  ///< words of a hyphenated word that is joined
constexpr std::size_t kLongestJoined = 32;

/// `19` of `COVID-19's`, which folds to `19s`.
std::string_view without_plural(std::string_view term) {
    const bool marked =
        term.size() > 1 && term.back() == 's' && is_digits(term.substr(0, term.size() - 1));
    return marked ? term.substr(0, term.size() - 1) : term;
}

class Reader {
  public:
    Reader(NameWords words, Names& names) : words_(words), names_(names) {}

    std::size_t read() {
        chain_ = 1;
        while (chain_ < words_.size() && is_tie(words_[chain_].gap)) ++chain_;
        std::size_t at = read_contract();
        std::size_t plain = at;  // words from here on have no name yet
        while (at < chain_) {
            const std::size_t taken = read_name(at);
            if (taken > 0) join(plain, at);
            at += std::max<std::size_t>(1, taken);
            if (taken > 0) plain = at;
        }
        join(plain, std::min(at, chain_));
        return at;
    }

  private:
    Gap gap(std::size_t i) const { return i < words_.size() ? words_[i].gap : Gap::Other; }
    std::string_view term(std::size_t i) const { return words_[i].term; }

    void put(std::string text, TokenKind kind, TokenRole role, std::size_t first, std::size_t end) {
        names_.push_back({std::move(text), kind, role, static_cast<std::uint8_t>(first),
                          static_cast<std::uint8_t>(end - first)});
    }

    /// `N00024-15-C-5151`: a procurement instrument's number (FAR 4.16), and nothing inside it is a
    /// name of its own.
    std::size_t read_contract() {
        constexpr std::size_t kWords = 4;
        if (chain_ < kWords) return 0;
        for (std::size_t i = 1; i < kWords; ++i) {
            if (gap(i) != Gap::Dash) return 0;
        }
        const bool is_contract = term(0).size() == 6 && is_alphanumeric(term(0)) &&
                                 std::any_of(term(0).begin(), term(0).end(), is_ascii_digit) &&
                                 term(1).size() == 2 && is_digits(term(1)) && term(2).size() == 1 &&
                                 is_ascii_alpha(term(2)[0]) && term(3).size() >= 4 &&
                                 is_alphanumeric(term(3));
        if (!is_contract) return 0;
        std::string joined;
        for (std::size_t i = 0; i < kWords; ++i) joined += term(i);
        put(std::move(joined), TokenKind::Designator, TokenRole::Name, 0, kWords);
        return kWords;
    }

    /// The words from `at` on that have a name: 0 for none.
    std::size_t read_name(std::size_t at) {
        if (const std::size_t taken = read_fiscal_year(at); taken != 0) return taken;
        if (const std::size_t taken = read_measure(at); taken != 0) return taken;
        if (may_begin_designator(at)) {
            if (const std::size_t taken = read_designator_at(at); taken != 0) return taken;
        }
        return read_initials(at);
    }

    /// A dash before it must come from a word: `ex-F-16`, not `15-C-5151`.
    bool may_begin_designator(std::size_t at) const {
        if (gap(at) != Gap::Dash) return true;
        if (at == 0) return false;  // the rest of a chain too long to be a name
        const std::string_view before = term(at - 1);
        return before.size() > 1 && is_word_of_letters(before);
    }

    std::size_t read_designator_at(std::size_t at) {
        const std::size_t begin = names_.size();
        const std::size_t taken = read_designator(words_.subspan(at), found_);
        for (Name& name : found_) {
            name.first = static_cast<std::uint8_t>(name.first + at);
            names_.push_back(std::move(name));
        }
        found_.clear();
        if (taken == 0) names_.resize(begin);
        return taken;
    }

    /// `R&D`, `A2/AD`, `C/JADC2`: initials with a mark between.
    std::size_t read_initials(std::size_t at) {
        constexpr std::size_t kMostLetters = 9;
        const Gap mark = gap(at + 1);
        if (at + 1 >= chain_ || (mark != Gap::Ampersand && mark != Gap::Slash)) return 0;
        std::string joined;
        std::size_t shortest = kMostLetters;
        std::size_t numbered = 0;
        std::size_t end = at;
        for (; end < chain_ && (end == at || gap(end) == mark); ++end) {
            if (!is_alphanumeric(term(end)) || is_ascii_digit(term(end)[0])) return 0;
            if (mark == Gap::Slash && !is_capitals(words_[end].raw)) return 0;
            if (!is_word_of_letters(term(end))) ++numbered;
            shortest = std::min(shortest, term(end).size());
            if (mark == Gap::Ampersand && end > at) joined += '&';
            joined += term(end);
        }
        const bool tied = gap(end) == Gap::Dash;  // MH/HH-60
        if (shortest > 2 || numbered > 1 || joined.size() > kMostLetters) return 0;
        if (mark == Gap::Slash && (tied || joined.size() < 4)) return 0;
        if (mark == Gap::Slash) {
            put(std::move(joined), TokenKind::Initialism, TokenRole::Joined, at, end);
            return end - at;
        }
        constexpr std::size_t kFewestLetters = 4;
        std::string letters = joined;  // `rdte`; of `R&D` they may be anything
        std::erase(letters, '&');
        put(std::move(joined), TokenKind::Initialism, TokenRole::Name, at, end);
        if (letters.size() >= kFewestLetters)
            put(std::move(letters), TokenKind::Initialism, TokenRole::Joined, at, end);
        return end - at;
    }

    /// `FY24`, `FY 2024`, `FY-24`, `fiscal year 2024`, `fiscal 2024`.
    std::size_t read_fiscal_year(std::size_t at) {
        const auto tied = [&](std::size_t i) {
            return gap(i) == Gap::Space || gap(i) == Gap::Dash;
        };
        std::size_t end = at + 1;
        std::string_view number;
        const bool spelled = term(at) == "fiscal";
        if (term(at).starts_with("fy") && term(at).size() > 2) {
            number = term(at).substr(2);
        } else if (term(at) == "fy" || spelled) {
            if (spelled && end < words_.size() && tied(end) && term(end) == "year") ++end;
            if (end >= words_.size() || !tied(end)) return 0;
            number = term(end++);
        }
        const std::optional<std::string> year = fiscal_year(number);
        // `in fiscal 12 months` is no year.
        if (!year || gap(end) == Gap::Dash || (spelled && number.size() == 2)) return 0;
        put("fy" + *year, TokenKind::Measure, TokenRole::Name, at, end);
        return end - at;
    }

    /// `155 mm`, `1,200-kilometer`, `$1.2 billion`, `5.56×45 mm`.
    std::size_t read_measure(std::size_t at) {
        if (at > 0 && is_tie(gap(at))) return 0;
        if (!is_number(term(at))) return read_solid_measure(at);
        if (const std::size_t taken = read_calibre(at); taken != 0) return taken;
        if (at + 1 >= words_.size()) return 0;
        const Gap between = gap(at + 1);
        if (between != Gap::Space && between != Gap::Dash) return 0;
        const bool may_end = gap(at + 2) != Gap::Dash || is_word_of_letters(term(at + 2));
        const std::string counted = counted_in(term(at + 1), words_[at].gap == Gap::Currency);
        if (counted.empty() || !may_end) return 0;
        put(std::string(term(at)) + counted, TokenKind::Measure, TokenRole::Name, at, at + 2);
        return 2;
    }

    static std::string counted_in(std::string_view word, bool is_money) {
        if (is_money && !short_scale_of(word).empty()) return std::string(short_scale_of(word));
        if (!scale_of(word).empty()) return std::string(scale_of(word));
        return std::string(unit_of(word));
    }

    /// `$1.2bn`, `5.56x45mm`: in one word.
    std::size_t read_solid_measure(std::size_t at) {
        const std::string_view whole = term(at);
        const std::size_t digits = std::min(whole.find_first_not_of("0123456789."), whole.size());
        if (digits == 0) return 0;
        const std::string_view letters = whole.substr(digits);
        if (letters.starts_with('x')) return read_calibre(at);
        const std::string counted = counted_in(letters, words_[at].gap == Gap::Currency);
        if (counted.empty()) return 0;
        put(std::string(whole.substr(0, digits)) + counted, TokenKind::Measure, TokenRole::Name, at,
            at + 1);
        return 1;
    }

    /// Bore and case length, with or without a unit: `5.56x45mm` is a `5.56x45` and a `5.56mm`.
    std::size_t read_calibre(std::size_t at) {
        std::string text;
        std::size_t end = at;
        for (; end < words_.size() && end < at + 4; ++end) {
            const bool follows = gap(end) == Gap::Space || gap(end) == Gap::Times;
            if (end > at && !follows) break;
            if (end > at && gap(end) == Gap::Times) text += 'x';
            const std::string_view word = term(end);
            const bool fits = word == "x" || unit_of(word) == "mm" ||
                              word.find_first_not_of("0123456789.xm") == std::string_view::npos;
            if (!fits) break;
            text += unit_of(word).empty() ? word : unit_of(word);
        }
        const std::size_t times = text.find('x');
        if (times == std::string::npos) return 0;
        const std::string bore = text.substr(0, times);
        std::string length = text.substr(times + 1);
        const bool has_unit = length.ends_with("mm");
        if (has_unit) length.resize(length.size() - 2);
        if (!is_number(bore) || !is_number(length) || bore.size() > 5 || length.size() > 4)
            return 0;
        const auto add = [&](const std::string& name, TokenRole role) {
            put(name, TokenKind::Measure, role, at, end);
        };
        add(bore + "x" + length, TokenRole::Name);
        if (has_unit) add(bore + "x" + length + "mm", TokenRole::Member);
        if (has_unit) add(bore + "mm", TokenRole::Family);
        return end - at;
    }

    /// The hyphenated words among [begin, end), which no name has taken.
    void join(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end;) {
            std::size_t next = at + 1;
            while (next < end && gap(next) == Gap::Dash) ++next;
            const bool cut = (at > 0 && gap(at) == Gap::Dash) || gap(next) == Gap::Dash;
            if (!cut) join_words(at, next);
            at = next;
        }
    }

    void join_words(std::size_t begin, std::size_t end) {
        const std::size_t count = end - begin;
        if (count < 2 || count > kMostJoined) return;
        std::string joined;
        bool letters = true;
        for (std::size_t i = begin; i < end; ++i) {
            joined += i + 1 == end ? without_plural(term(i)) : term(i);
            letters = letters && is_word_of_letters(term(i)) &&
                      words_[i].raw.find('.') == words_[i].raw.npos;
        }
        if (joined.size() > kLongestJoined || (!letters && !joins_with_number(begin, end))) return;
        put(std::move(joined), TokenKind::Word, TokenRole::Joined, begin, end);
    }

    /// `COVID-19`, `G-7`, `3-D`; never two numbers, and what looks like a year behind capitals
    /// only: `KJ-2000`, not `mid-2020`.
    bool joins_with_number(std::size_t begin, std::size_t end) const {
        if (end - begin != 2) return false;
        const std::string_view first = term(begin);
        const std::string_view second = term(begin + 1);
        if (is_digits(first))
            return first.size() < 3 && second.size() == 1 && is_word_of_letters(second);
        const bool capitals = first.size() > 1 && is_letters(first) &&
                              is_capitals(words_[begin].raw) && !words_[begin].raw.ends_with('s');
        return is_word_of_letters(first) && is_alphanumeric(second) && is_ascii_digit(second[0]) &&
               (!is_year(second) || capitals) && !is_no_prefix(first);
    }

    NameWords words_;
    Names& names_;
    Names found_ = {};
    std::size_t chain_ = 0;
};

}  // namespace

std::size_t read_compound(NameWords words, Names& names) {
    names.clear();
    return Reader(words.first(std::min(words.size(), kMaxNameWords)), names).read();
}

}  // namespace sitrep
