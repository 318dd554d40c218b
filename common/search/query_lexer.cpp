#include "search/query_lexer.hpp"

#include "base/number.hpp"
#include "base/strings.hpp"
#include "model/url.hpp"
#include "search/field_names.hpp"
#include "search/query_dates.hpp"
#include "search/query_error.hpp"
#include "search/query_signs.hpp"
#include "search/saved_questions.hpp"
#include "text/word_shape.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace sitrep {
namespace {

struct Operator {
    std::string_view name;
    LexemeKind kind;
};
constexpr std::array<Operator, 4> kOperators = {{{"AND", LexemeKind::And},
                                                 {"OR", LexemeKind::Or},
                                                 {"XOR", LexemeKind::Xor},
                                                 {"NOT", LexemeKind::Not}}};

/// What other tools write for these, between spaces.
struct OperatorSign {
    std::string_view sign;
    Operator meant;
};
constexpr std::array<OperatorSign, 2> kOperatorSigns = {
    {{"||", kOperators[1]}, {"&&", kOperators[0]}}};

/// Between spaces these are a headline's: "Ships & Boats | Harbor News".
bool is_separator(std::string_view chunk) { return chunk == "&" || chunk == "|"; }

class Lexer {
  public:
    Lexer(std::string_view question, std::vector<QueryRepair>* repairs)
        : text_(question), repairs_(repairs) {}

    Result<std::vector<Lexeme>> run() {
        while (!error_) {
            at_ = behind_spaces(text_, at_);
            if (at_ == text_.size()) break;
            next();
        }
        if (error_) return std::move(*error_);
        put(LexemeKind::End, at_);
        return std::move(lexemes_);
    }

  private:
    void next() {
        if (text_[at_] == '(' || text_[at_] == ')') {
            const bool opens = text_[at_] == '(';
            put(opens ? LexemeKind::Open : LexemeKind::Close, at_);
            ++at_;
            if (opens) {
                ++open_;
            } else if (open_ == 0) {
                behind_stray_ = at_;
            } else {
                --open_;
                boost();
            }
        } else if (query_quote_at(text_, at_) != 0) {
            if (is_left_out()) return values();
            phrase();
            boost();
        } else if (at_item_start() && sign()) {
            return;
        } else {
            chunk();
        }
    }

    /// A sign means something only where a word could begin: not in `"a"-b`.
    bool at_item_start() const {
        if (at_ == 0 || is_ascii_space(text_[at_ - 1]) || text_[at_ - 1] == '(') return true;
        const bool behind_sign =
            !lexemes_.empty() && lexemes_.back().column + lexemes_.back().text.size() == at_ &&
            (lexemes_.back().kind == LexemeKind::Not || lexemes_.back().kind == LexemeKind::Plus);
        return behind_sign || at_ == behind_stray_ || after_wide_space();
    }
    bool after_wide_space() const {
        return (at_ >= 2 && query_space_at(text_, at_ - 2) == 2) ||
               (at_ >= 3 && query_space_at(text_, at_ - 3) == 3);
    }

    /// `-`, `+`, `!` or `@name` in front of what it is about.
    bool sign() {
        if (text_.substr(at_, 2) == "--" && starts_operand(text_, at_ + 2)) {
            mend({at_, 2, "", "one - leaves a word out, and options stand outside the question"});
            at_ += 2;
            behind_stray_ = at_;
            return true;
        }
        const std::size_t minus = query_minus_at(text_, at_);
        if (minus != 0 && starts_operand(text_, at_ + minus)) {
            if (text_[at_] != '-')
                mend({at_, minus, "-",
                      text_[at_] == '!' ? "! is read as -" : "this is a dash, no minus"});
            put(LexemeKind::Not, at_, text_.substr(at_, minus));
            at_ += minus;
            return true;
        }
        if (const std::size_t next = behind_lone_sign(text_, at_); minus == 1 && next != 0) {
            mend(
                {at_, next - at_, "",
                 "a " + std::string(1, text_[at_]) + " with a space behind it leaves nothing out"});
            at_ = next;
            return true;
        }
        if (text_[at_] == '+' && starts_operand(text_, at_ + 1)) {
            put(LexemeKind::Plus, at_, "+");
            ++at_;
            return true;
        }
        return saved();
    }

    /// `@name`, `@name^2`
    bool saved() {
        if (text_[at_] != '@') return false;
        const std::size_t chunk = chunk_end(text_, at_ + 1);
        std::size_t end = at_ + 1;
        while (end < chunk && is_saved_name(text_.substr(at_ + 1, end - at_))) ++end;
        if (end == at_ + 1) return false;
        const bool boosted = end + 1 < chunk && text_[end] == '^' && is_ascii_digit(text_[end + 1]);
        if (end < chunk && !boosted) {
            fail(end, "the name of a saved question has no such sign",
                 "names are of letters, digits, - and _; to search the text itself, quote it");
            return true;
        }
        put(LexemeKind::Saved, at_, text_.substr(at_ + 1, end - at_ - 1));
        at_ = end;
        boost();
        return true;
    }

    void phrase() {
        const std::size_t open = at_;
        const std::size_t open_bytes = query_quote_at(text_, open);
        const std::size_t begin = open + open_bytes;
        std::size_t end = begin;
        while (end < text_.size() && query_quote_at(text_, end) == 0) ++end;
        const std::string_view inside = trimmed(text_.substr(begin, end - begin));
        at_ = end;
        if (end == text_.size()) {
            const char* const kUnclosed = "this quote is never closed";
            if (inside.empty()) return mend({open, open_bytes, " ", kUnclosed});
            mend({end, 0, "\"", kUnclosed}, open);
            if (open_bytes > 1) mend({open, open_bytes, "\"", kCurly});
        } else {
            const std::size_t close_bytes = query_quote_at(text_, end);
            at_ += close_bytes;
            if (inside.empty()) return fail(open, "there is nothing between these quotes");
            if (open_bytes > 1) mend({open, open_bytes, "\"", kCurly});
            if (close_bytes > 1) mend({end, close_bytes, "\"", kCurly});
        }
        put(LexemeKind::Phrase, open, inside);
        if (at_ + 1 < text_.size() && text_[at_] == '~' && is_ascii_digit(text_[at_ + 1]))
            fail(at_, "a phrase has no ~", "words near one another: a NEAR/5 b");
    }

    /// What stands between spaces, quotes and parentheses: an operator, a word, a field name with
    /// what it governs.
    void chunk() {
        const std::size_t begin = at_;
        const std::size_t end = chunk_end(text_, begin);
        const std::string_view chunk = text_.substr(begin, end - begin);
        for (const Operator& op : kOperators) {
            if (chunk != op.name) continue;
            put(op.kind, begin, chunk);
            at_ = end;
            return;
        }
        if (operator_sign(begin, chunk) || distance(begin, chunk)) return;
        if (is_url(chunk)) return address(begin, chunk);
        const std::size_t colon = chunk.find(':');
        if (colon == std::string_view::npos || !is_letters(chunk.substr(0, colon)))
            return words(begin, end);
        const std::size_t value = begin + colon + 1;
        if (const std::optional<Field> field = find_field(chunk.substr(0, colon)))
            return governed(begin, value, end, *field);
        if (starts_operand(text_, value)) {
            return fail(begin, "there is no field of this name",
                        unknown_field_hint(chunk.substr(0, colon)));
        }
        word(begin, end);  // `http://...`, `Exclusive: ...`
    }

    /// A pasted address is that of the article.
    void address(std::size_t begin, std::string_view url) {
        put(LexemeKind::Field, begin);
        lexemes_.back().field = Field::Url;
        put(LexemeKind::Word, begin, url);
        at_ = begin + url.size();
    }

    bool operator_sign(std::size_t begin, std::string_view chunk) {
        if (is_separator(chunk)) {
            at_ = behind_spaces(text_, begin + 1);
            mend({begin, at_ - begin, "",
                  std::string(chunk) + " alone says nothing; AND and OR do"});
            return true;
        }
        for (const auto& [sign, meant] : kOperatorSigns) {
            if (chunk != sign) continue;
            mend({begin, sign.size(), std::string(meant.name),
                  std::string(sign) + " is read as " + std::string(meant.name)});
            put(meant.kind, begin, sign);
            at_ = begin + sign.size();
            return true;
        }
        return false;
    }

    /// A comma or semicolon between letters separates as it does with a space behind it.
    void words(std::size_t begin, std::size_t end) {
        if (is_left_out()) return values();
        const auto is_letter = [this](std::size_t at) {
            return is_ascii_alpha(text_[at]) || static_cast<unsigned char>(text_[at]) >= 0x80;
        };
        for (std::size_t at = begin + 1; at + 1 < end; ++at) {
            if ((text_[at] != ',' && text_[at] != ';') || !is_letter(at - 1) || !is_letter(at + 1))
                continue;
            word(begin, at);
            if (!error_ && at_ == at) ++at_;
            return;
        }
        word(begin, end);
    }

    /// `NEAR`, `ADJ/3`
    bool distance(std::size_t begin, std::string_view chunk) {
        constexpr double kUsual = 10;
        const std::string_view name = chunk.substr(0, chunk.find('/'));
        if (name != "NEAR" && name != "ADJ") return false;
        double number = kUsual;
        if (name != chunk) {
            const std::string_view digits = chunk.substr(name.size() + 1);
            number = digits.size() <= 2 ? number_in<unsigned>(digits).value_or(0) : 0;
            if (number < 1) {
                fail(begin + name.size(), "a distance is a number from 1 to 99",
                     "as in a " + std::string(name) + "/5 b");
                return true;
            }
        }
        put(LexemeKind::Near, begin, chunk);
        lexemes_.back().number = number;
        lexemes_.back().in_order = name == "ADJ";
        at_ = begin + chunk.size();
        return true;
    }

    bool begins_value(std::size_t at) const {
        return starts_operand(text_, at) || (at < text_.size() && query_quote_at(text_, at) != 0);
    }

    /// A known field name, and the values when they follow the colon: words or phrases with commas
    /// between.
    void governed(std::size_t begin, std::size_t value, std::size_t end, Field field) {
        const std::string name(field_row(field).name);
        const std::size_t next = behind_spaces(text_, value);
        if (value == end && next > value && begins_value(next))
            return apart(begin, value, next, field);
        const bool opens =
            value < text_.size() && (text_[value] == '(' || query_quote_at(text_, value) != 0);
        if (value == end && !opens) {
            return fail(begin, kSpaced, "as in " + std::string(field_row(field).example));
        }
        if (value < end && text_[value] == '-') {
            return fail(value, "a minus stands before the field: -" + name + ":...");
        }
        put(LexemeKind::Field, begin);
        lexemes_.back().field = field;
        at_ = value;
        if (text_[value] == '(') return;
        values();
    }

    /// `section: cyber`, which is meant without the space, or a label of pasted text.
    void apart(std::size_t begin, std::size_t value, std::size_t next, Field field) {
        const std::string_view name = text_.substr(begin, value - 1 - begin);
        if (is_printed_label(name)) {
            mend({value - 1, 1, "", kSpaced}, begin);
            put(LexemeKind::Word, begin, name);
            at_ = value;
            return;
        }
        mend({value, next - value, "", kSpaced}, begin);
        governed(begin, next, chunk_end(text_, next), field);
    }

    /// Whether a minus or NOT stands before what comes now.
    bool is_left_out() const {
        return !lexemes_.empty() && lexemes_.back().kind == LexemeKind::Not;
    }

    /// Words, phrases or dates with commas between, in the field that has just been named or behind
    /// a minus: any of them.
    void values() {
        in_field_ = lexemes_.back().kind == LexemeKind::Field;
        const FieldKind kind = in_field_ ? field_row(lexemes_.back().field).kind : FieldKind::Text;
        const bool is_date = kind == FieldKind::Date;
        for (;;) {
            is_bound_ = kind == FieldKind::Size && (text_[at_] == '<' || text_[at_] == '>');
            if (is_date) {
                range();
            } else if (query_quote_at(text_, at_) != 0) {
                phrase();
                if (lexemes_.back().kind == LexemeKind::Comma) lexemes_.pop_back();
                if (error_ || lexemes_.back().kind != LexemeKind::Phrase) break;
                boost();
            } else {
                word(at_, value_end(at_));
            }
            if (error_ || !separates_values(at_)) break;
            put(LexemeKind::Comma, at_);
            ++at_;
        }
    }

    /// A date or a range of dates, any part of it in quotes: `"last year"..today`.
    void range() {
        const std::size_t begin = at_;
        std::string text;
        bool quoted = false;
        while (!error_ && at_ < text_.size()) {
            if (query_quote_at(text_, at_) != 0) {
                quoted = true;
                const std::size_t before = lexemes_.size();
                phrase();
                if (lexemes_.size() == before) continue;  // a lone quote, put right
                text += lexemes_.back().text;
                lexemes_.pop_back();
            } else if (const std::size_t end = value_end(at_);
                       end > at_ && !separates_values(at_)) {
                text += text_.substr(at_, end - at_);
                at_ = end;
            } else {
                break;
            }
        }
        const std::size_t end = quoted ? at_ : end_of_date(text_, begin, at_, today());
        if (end > at_) {
            mend({begin, 0, "\"", kApart});
            mend({end, 0, "\"", kApart});
            text = text_.substr(begin, end - begin);
            at_ = end;
        }
        put(LexemeKind::Word, begin, text);
    }

    std::size_t value_end(std::size_t begin) const {
        const std::size_t end = chunk_end(text_, begin);
        for (std::size_t at = begin + 1; at < end; ++at) {
            if (separates_values(at)) return at;
        }
        return end;
    }

    /// Whether a comma at `at` stands between two values. In running text `1,200` and `1,5` are
    /// numbers, and so they are in `>1,200`, which is then refused.
    bool separates_values(std::size_t at) const {
        if (at + 1 >= text_.size()) return false;
        if (text_[at] != ',' && (text_[at] != ';' || in_field_)) return false;
        const bool starts = query_quote_at(text_, at + 1) != 0 ||
                            (starts_operand(text_, at + 1) && text_[at + 1] != '(');
        const bool in_number = is_ascii_digit(text_[at - 1]) && is_ascii_digit(text_[at + 1]);
        return starts && !(in_number && (!in_field_ || is_bound_));
    }

    /// The word [begin, end), and its boost.
    void word(std::size_t begin, std::size_t end) {
        const std::string_view chunk = text_.substr(begin, end - begin);
        const std::size_t caret = chunk.rfind('^');
        const bool boosted = caret != std::string_view::npos && caret > 0 &&
                             caret + 1 < chunk.size() && is_ascii_digit(chunk[caret + 1]);
        const std::string_view text = chunk.substr(0, boosted ? caret : chunk.size());
        put(LexemeKind::Word, begin, text);
        at_ = begin + text.size();
        if (boosted) boost();
    }

    /// `^2`, where what it boosts has just ended.
    void boost() {
        if (error_ || at_ + 1 >= text_.size() || text_[at_] != '^' ||
            !is_ascii_digit(text_[at_ + 1]))
            return;
        constexpr double kLeast = 0.01;
        constexpr double kMost = 100;
        double number = 0;
        const char* const first = text_.data() + at_ + 1;
        const auto [end, failure] =
            std::from_chars(first, text_.data() + text_.size(), number, std::chars_format::fixed);
        if (failure != std::errc() || number < kLeast || number > kMost)
            return fail(at_, "a boost is a number from 0.01 to 100", "as in missile^2");
        put(LexemeKind::Boost, at_);
        lexemes_.back().number = number;
        at_ = static_cast<std::size_t>(end - text_.data());
    }

    void put(LexemeKind kind, std::size_t column, std::string_view text = {}) {
        lexemes_.push_back({kind, std::string(text), column});
    }

    /// Puts right what can be, and tells of it at `place`; strictly read, that is an error there.
    void mend(QueryRepair repair, std::optional<std::size_t> place = {}) {
        if (repairs_ == nullptr) return fail(place.value_or(repair.at), repair.what);
        repairs_->push_back(std::move(repair));
    }

    void fail(std::size_t at, std::string_view what, std::string hint = {}) {
        if (!error_) error_ = query_error(text_, at, what, std::move(hint));
    }

    static constexpr const char* kApart = "a date of several words stands in quotes";
    static constexpr const char* kSpaced = "a field needs its word right after the colon";
    static constexpr const char* kCurly = "this is a curly quote, no plain one";

    std::string_view text_;
    std::vector<QueryRepair>* repairs_;
    std::size_t at_ = 0;
    std::size_t open_ = 0;          ///< parentheses
    std::size_t behind_stray_ = 0;  ///< what is put right so that a word may begin behind it
    bool in_field_ = false;         ///< where the values stand that are read
    bool is_bound_ = false;         ///< the value that is read is one of `>500`
    std::vector<Lexeme> lexemes_;
    std::optional<Error> error_;
};

}  // namespace

Result<std::vector<Lexeme>> lex_query(std::string_view question,
                                      std::vector<QueryRepair>* repairs) {
    return Lexer(question, repairs).run();
}

}  // namespace sitrep
