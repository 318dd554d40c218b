#include "search/query_units.hpp"

#include "base/strings.hpp"
#include "text/date_reader.hpp"
#include "text/word_shape.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

QueryTerm term_of(const Token& token) {
    return {std::string(token.term), std::string(token.stem), token.kind, false};
}

bool is_name(const Token& token) {
    return token.role == TokenRole::Name || token.role == TokenRole::Member ||
           token.role == TokenRole::Joined;
}

bool is_name_itself(TokenKind kind) {
    return kind == TokenKind::Designator || kind == TokenKind::Measure;
}

/// Whether a word and a number may be a name that only its family has: see may_be_marked().
enum class Marks { Guessed, Ignored };

/// Groups the tokens of a text, word by word, under the widest names that begin there.
class Grouper {
  public:
    Grouper(std::string_view text, const std::vector<Token>& tokens, Marks marks)
        : text_(text), tokens_(tokens), marks_(marks) {
        for (const Token& token : tokens) {
            if (token.role != TokenRole::Word) continue;
            if (!words_.empty() && is_currency_of(*words_.back(), token)) words_.pop_back();
            words_.push_back(&token);
        }
    }

    std::vector<QueryUnit> units() const {
        std::vector<QueryUnit> units;
        for (std::size_t at = 0; at < words_.size();) {
            const std::size_t width = widest_at(at);
            units.push_back(unit_at(at, width));
            if (units.back().names.empty() && width == 1) split_at_digits(units.back());
            at += width;
        }
        return units;
    }

    /// From the first word's first byte to the last word's end.
    std::pair<std::size_t, std::size_t> range() const {
        return {words_.front()->begin, words_.back()->end};
    }

  private:
    /// `USD1.2` and `US$1.2` ask for 1.2, as `$1.2` does: what currency it is tells the text.
    bool is_currency_of(const Token& code, const Token& number) const {
        constexpr std::size_t kLongestCode = 3;
        if (code.end - code.begin > kLongestCode || !is_ascii_alpha(text_[code.begin]) ||
            !is_ascii_digit(text_[number.begin]))
            return false;
        const std::string_view between = text_.substr(code.end, number.begin - code.end);
        return between.empty() || between == "$" || between == "\u20AC" || between == "\u00A3" ||
               between == "\u00A5";
    }

    std::size_t widest_at(std::size_t at) const {
        std::size_t width = run_at(at);
        if (width == 1 && marks_ == Marks::Guessed && may_be_marked(at)) width = 2;
        for (const Token& token : tokens_) {
            if (is_name(token) && token.position == words_[at]->position)
                width = std::max<std::size_t>(width, token.width);
        }
        return width;
    }

    /// `leopard 2`, which is the family of a Leopard 2A8 (text/designators.hpp), and `pzh 2000`:
    /// where a text has such a name, it is asked for beside the words.
    bool may_be_marked(std::size_t at) const {
        constexpr std::size_t kWordLetters = 4;
        if (at + 1 >= words_.size() || !is_spaced(at, 2) || begins_name(at + 1)) return false;
        const std::string_view word = words_[at]->term;
        const std::string_view number = words_[at + 1]->term;
        if (DateReader(word).month()) return false;  // `Sept. 11`
        const bool is_word = word.size() >= kWordLetters;
        return is_letters(word) && is_digits(number) && number.size() <= (is_word ? 2U : 4U) &&
               (is_word || (word.size() > 1 && word.find_first_of("aeiouy") == word.npos));
    }

    bool begins_name(std::size_t at) const {
        return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
            return is_name(token) && token.position == words_[at]->position;
        });
    }

    /// Words that nothing stands between: a script without spaces.
    std::size_t run_at(std::size_t at) const {
        std::size_t end = at + 1;
        while (end < words_.size() && words_[end]->begin == words_[end - 1]->end) ++end;
        return end - at;
    }

    QueryUnit unit_at(std::size_t at, std::size_t width) const {
        QueryUnit unit;
        for (std::size_t i = at; i < at + width; ++i) unit.words.push_back(term_of(*words_[i]));
        for (const Token& token : tokens_) {
            if (!is_name(token) || token.width != width || token.position != words_[at]->position)
                continue;
            unit.names.push_back(term_of(token));
            // A Tornado-S is none of several tornados.
            if (token.role == TokenRole::Joined && unit.words.back().term.size() == 1)
                unit.names.back().stem = unit.names.back().term;
            // A measure in one word may stand where it is none: the 7mln of `A-7mln`.
            const bool may_be_none = width == 1 && token.kind == TokenKind::Measure;
            unit.by_name_only =
                !may_be_none && token.role != TokenRole::Joined && !is_spaced(at, width);
        }
        if (width == 1 && is_name_itself(words_[at]->kind)) {
            unit.by_name_only = true;
            unit.names.insert(unit.names.begin(), unit.words.front());
        } else if (width > 1 && unit.names.empty()) {
            std::string whole;
            for (const QueryTerm& word : unit.words) whole += word.term;
            unit.names.push_back({whole, whole, TokenKind::Word, false});
        }
        return unit;
    }

    /// Whether a space stands between the words [at, at + width): they may be read one by one then.
    bool is_spaced(std::size_t at, std::size_t width) const {
        for (std::size_t i = at + 1; i < at + width; ++i) {
            const std::uint32_t end = words_[i - 1]->end;
            const std::string_view between = text_.substr(end, words_[i]->begin - end);
            if (between == " " || between == "\u00A0" || between == ". ") return true;
        }
        return false;
    }

    /// `covid19` is also asked for as two words.
    static void split_at_digits(QueryUnit& unit) {
        const QueryTerm whole = unit.words.front();
        const std::string_view term = whole.term;
        const auto first_digit = std::find_if(term.begin(), term.end(), is_ascii_digit);
        const auto letters = static_cast<std::size_t>(first_digit - term.begin());
        const bool splits = whole.kind == TokenKind::Word && letters > 2 && letters < term.size() &&
                            std::all_of(term.begin(), first_digit, is_ascii_alpha) &&
                            std::all_of(first_digit, term.end(), is_ascii_digit);
        if (!splits) return;
        const std::string head(term.substr(0, letters));
        const std::string tail(term.substr(letters));
        unit.names = {whole};
        unit.words = {{head, head, TokenKind::Word, false}, {tail, tail, TokenKind::Number, false}};
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    Marks marks_;
    std::vector<const Token*> words_;
};

std::optional<QueryUnit> named_unit(std::string_view text, std::size_t first_bytes,
                                    std::size_t last_bytes, Marks marks, Analyzer& analyzer) {
    const std::vector<Token>& tokens = analyzer.analyze(text);
    if (tokens.empty()) return std::nullopt;
    const Grouper grouper(text, tokens, marks);
    std::vector<QueryUnit> units = grouper.units();
    const auto [begin, end] = grouper.range();
    const bool whole = begin < first_bytes && end > text.size() - last_bytes;
    if (units.size() != 1 || units.front().names.empty() || !whole) return std::nullopt;
    units.front().may_be_apart = true;
    return std::move(units.front());
}

/// Whether texts that write it with a space name it all the same: `DDG 51`, not `Mach 5`, nor `MEKO
/// 200`.
bool is_name_over_space(const QueryUnit& unit, bool capitals, Analyzer& analyzer) {
    // Of what may be a word. Capitals are a name's, ATP-3 is not the beginning of an ATP 3-21; but
    // only so many letters make one with a number behind a space.
    const std::size_t fewest_letters = capitals ? 4 : 3;
    std::string text = unit.words[0].term;
    if (text.size() < fewest_letters || !std::all_of(text.begin(), text.end(), is_ascii_lower))
        return true;
    text[0] = ascii_upper(text[0]);
    if (capitals) text = ascii_upper(text);
    const std::string number = unit.words[1].term;
    const std::vector<Token>& tokens =
        analyzer.analyze(text + " " + (capitals ? ascii_upper(number) : number));
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const Token& token) { return is_name(token) && token.width == 2; });
}

/// Letters that a text has behind a name of its own, rather than as the kind of it: `MiG-29, as`.
bool is_function_word(std::string_view letters) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"an",  "as",  "at",  "be",  "by",  "he",  "if",  "in", "is", "it",
         "no",  "of",  "on",  "or",  "so",  "to",  "up",  "us", "we", "and",
         "are", "but", "for", "had", "has", "its", "the", "was"});
    return is_one_of(letters, kWords);
}

/// Whether it may be a name in small letters, which tell none from a word: `su30mki`, `su-30mki`.
bool may_be_small_name(const QueryUnit& unit) {
    constexpr std::size_t kMostLetters = 4;
    if (unit.words.size() > 2 || unit.may_be_apart) return false;
    const std::string& first = unit.words[0].term;
    const bool is_joined = unit.words.size() == 2;
    const std::size_t letters = is_joined ? first.size() : first.find_first_of("0123456789");
    return unit.names.empty() != is_joined && letters > 0 && letters <= kMostLetters &&
           is_letters(first.substr(0, letters));
}

/// `Su-30MKI` is also written `Su-30 MKI`: a name's last letters may be a word of their own.
void split_at_variant(QueryUnit& unit) {
    const bool named = unit.by_name_only && unit.words.size() <= 2 &&
                       unit.names.front().kind == TokenKind::Designator;
    if (!named && !may_be_small_name(unit)) return;
    const std::string last = unit.words.back().term;
    const std::size_t letters = last.find_first_of("0123456789");
    if (letters == last.npos) return;
    const std::size_t begin = std::min(last.find_last_of("0123456789"), last.size() - 1) + 1;
    const std::string variant = last.substr(begin);
    if (!may_be_variant(variant)) return;
    if (!is_digits(last.substr(letters, begin - letters))) return;  // M1A2SEP
    if (unit.names.empty()) unit.names = unit.words;
    unit.names.front().kind = TokenKind::Designator;  // by which alone other wordings know it
    unit.words.pop_back();
    const auto add = [&unit](const std::string& term, TokenKind kind) {
        if (!term.empty()) unit.words.push_back({term, term, kind, false});
    };
    add(last.substr(0, letters), TokenKind::Word);
    add(last.substr(letters, begin - letters), TokenKind::Number);
    add(variant, TokenKind::Word);
    unit.by_name_only = false;
}

/// Capitals are guessed only where something else speaks for a name: a number, or letters that are
/// no word (`gps iii`).
bool may_be_capitals(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), is_ascii_digit)) return true;
    const std::string first = ascii_lower(text.substr(0, text.find(' ')));
    return first.find_first_of("aeiouy") == std::string::npos;
}

}  // namespace

std::vector<QueryUnit> units_of(std::string_view text, Analyzer& analyzer) {
    std::vector<QueryUnit> units = Grouper(text, analyzer.analyze(text), Marks::Guessed).units();
    for (QueryUnit& unit : units) {
        if (!unit.by_name_only || unit.words.size() != 2) continue;
        const bool capitals = text.find(ascii_upper(unit.words[0].term)) != text.npos;
        unit.by_name_only = is_name_over_space(unit, capitals, analyzer);
    }
    return units;
}

std::vector<QueryUnit> asked_units(std::string_view text, Analyzer& analyzer) {
    std::vector<QueryUnit> units = units_of(text, analyzer);
    for (QueryUnit& unit : units) split_at_variant(unit);
    return units;
}

std::optional<QueryUnit> unit_over_spaces(std::string_view text, std::size_t first_bytes,
                                          std::size_t last_bytes, Analyzer& analyzer) {
    const auto read = [&](std::string_view as, Marks marks) {
        return named_unit(as, first_bytes, last_bytes, marks, analyzer);
    };
    if (auto unit = read(text, Marks::Ignored)) return unit;
    if (may_be_capitals(text)) {
        if (auto unit = read(ascii_upper(text), Marks::Ignored)) return unit;
    }
    return read(text, Marks::Guessed);
}

std::size_t term_count(const QueryUnit& unit) { return unit.by_name_only ? 1 : unit.words.size(); }

std::size_t word_count(const std::vector<QueryUnit>& units) {
    std::size_t words = 0;
    for (const QueryUnit& unit : units) words += unit.words.size();
    return words;
}

std::string folded_words(const std::vector<QueryUnit>& units) {
    std::string words;
    for (const QueryUnit& unit : units) {
        for (const QueryTerm& word : unit.words) words += (words.empty() ? "" : " ") + word.term;
    }
    return words;
}

const std::string& name_of(const QueryUnit& unit) {
    return unit.names.empty() ? unit.words.front().term : unit.names.front().term;
}

bool may_be_variant(std::string_view letters) {
    return letters.size() >= 2 && letters.size() <= 4 && is_letters(letters) &&
           !is_function_word(letters);
}

bool is_plain_word(const QueryUnit& unit) {
    return unit.names.empty() && unit.words.size() == 1 &&
           unit.words.front().kind == TokenKind::Word;
}

}  // namespace sitrep
