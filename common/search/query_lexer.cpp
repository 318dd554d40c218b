#include "search/query_lexer.hpp"

#include "base/strings.hpp"
#include "search/query_error.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace sitrep {
namespace {

constexpr std::array<std::string_view, 7> kForeignQuotes = {"\u201C", "\u201D", "\u201E", "\u201F",
                                                            "\u00AB", "\u00BB", "\uFF02"};

std::size_t length_if_starts(std::string_view text, std::size_t at, std::string_view part) {
    return text.substr(at, part.size()) == part ? part.size() : 0;
}

bool is_letters(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_alpha(c); });
}

std::string field_names() {
    std::string names;
    for (const FieldRow& row : kFields) {
        if (!names.empty()) names += ", ";
        names += row.name;
    }
    return names;
}

class Lexer {
  public:
    explicit Lexer(std::string_view question) : text_(question) {}

    Result<std::vector<Lexeme>> run() {
        while (!error_) {
            skip_space();
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
            put(text_[at_] == '(' ? LexemeKind::Open : LexemeKind::Close, at_);
            ++at_;
        } else if (query_quote_at(text_, at_) != 0) {
            phrase();
        } else if (text_[at_] == '-' && at_item_start() && starts_operand(at_ + 1)) {
            put(LexemeKind::Not, at_);
            ++at_;
        } else {
            chunk();
        }
    }

    void skip_space() {
        while (at_ < text_.size()) {
            const std::size_t bytes = query_space_at(text_, at_);
            if (bytes == 0) return;
            at_ += bytes;
        }
    }

    /// A minus excludes only where a word could begin: not in `"a"-b`.
    bool at_item_start() const {
        return at_ == 0 || is_ascii_space(text_[at_ - 1]) || text_[at_ - 1] == '(' ||
               after_wide_space();
    }
    bool after_wide_space() const {
        return (at_ >= 2 && query_space_at(text_, at_ - 2) == 2) ||
               (at_ >= 3 && query_space_at(text_, at_ - 3) == 3);
    }

    /// Whether a word, a phrase or a group begins at `at`.
    bool starts_operand(std::size_t at) const {
        if (at >= text_.size() || query_space_at(text_, at) != 0) return false;
        const char c = text_[at];
        return is_ascii_alpha(c) || is_ascii_digit(c) || c == '(' || c == '"' ||
               static_cast<unsigned char>(c) >= 0x80;
    }

    std::size_t chunk_end(std::size_t at) const {
        while (at < text_.size() && text_[at] != ')' && query_space_at(text_, at) == 0 &&
               query_quote_at(text_, at) == 0) {
            if (text_[at] != '(') {
                ++at;
            } else if (const std::size_t end = version_end(at); end != 0) {
                at = end;
            } else {
                break;
            }
        }
        return at;
    }

    /// Behind the parenthesis of `(V)` inside a word, as in SPY-6(V)1; 0 when `at` opens a group.
    std::size_t version_end(std::size_t at) const {
        constexpr std::size_t kLetters = 2;
        if (at == 0 || !(is_ascii_digit(text_[at - 1]) || is_ascii_alpha(text_[at - 1]))) return 0;
        std::size_t end = at + 1;
        while (end < text_.size() && is_ascii_alpha(text_[end]) && end - at <= kLetters) ++end;
        return end > at + 1 && end < text_.size() && text_[end] == ')' ? end + 1 : 0;
    }

    void phrase() {
        const std::size_t open = at_;
        const std::size_t begin = open + query_quote_at(text_, open);
        std::size_t end = begin;
        while (end < text_.size() && query_quote_at(text_, end) == 0) ++end;
        if (end == text_.size()) return fail(open, "this quote is never closed");
        const std::string_view inside = trimmed(text_.substr(begin, end - begin));
        if (inside.empty()) return fail(open, "there is nothing between these quotes");
        put(LexemeKind::Phrase, open, inside);
        at_ = end + query_quote_at(text_, end);
    }

    /// What stands between spaces, quotes and parentheses: an operator, a word, a field name with
    /// what it governs.
    void chunk() {
        const std::size_t begin = at_;
        const std::size_t end = chunk_end(begin);
        const std::string_view chunk = text_.substr(begin, end - begin);
        at_ = end;
        if (chunk == "AND") return put(LexemeKind::And, begin);
        if (chunk == "OR") return put(LexemeKind::Or, begin);
        if (chunk == "NOT") return put(LexemeKind::Not, begin);
        const std::size_t colon = chunk.find(':');
        if (colon == std::string_view::npos || !is_letters(chunk.substr(0, colon))) {
            return put(LexemeKind::Word, begin, chunk);
        }
        const std::size_t value = begin + colon + 1;
        if (const std::optional<Field> field = find_field(chunk.substr(0, colon))) {
            return governed(begin, value, end, *field);
        }
        if (starts_operand(value)) {
            return fail(begin, "there is no field of this name",
                        "fields: " + field_names() + "; to search the text itself, quote it");
        }
        put(LexemeKind::Word, begin, chunk);  // `http://...`, `Exclusive: ...`
    }

    /// A known field name, and the word [value, end) when one follows the colon.
    void governed(std::size_t begin, std::size_t value, std::size_t end, Field field) {
        const std::string name(field_row(field).name);
        const bool opens =
            value < text_.size() && (text_[value] == '(' || query_quote_at(text_, value) != 0);
        if (value == end && !opens) {
            return fail(begin, "a field needs its word right after the colon",
                        "as in " + std::string(field_row(field).example));
        }
        if (value < end && text_[value] == '-') {
            return fail(value, "a minus stands before the field: -" + name + ":...");
        }
        put(LexemeKind::Field, begin);
        lexemes_.back().field = field;
        if (value < end) put(LexemeKind::Word, value, text_.substr(value, end - value));
    }

    void put(LexemeKind kind, std::size_t column, std::string_view text = {}) {
        lexemes_.push_back({kind, std::string(text), column, Field::Body});
    }

    void fail(std::size_t at, std::string_view what, std::string hint = {}) {
        error_ = query_error(text_, at, what, std::move(hint));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Lexeme> lexemes_;
    std::optional<Error> error_;
};

}  // namespace

std::size_t query_space_at(std::string_view text, std::size_t at) {
    if (is_ascii_space(text[at])) return 1;
    if (const std::size_t bytes = length_if_starts(text, at, "\u00A0"); bytes != 0) return bytes;
    return length_if_starts(text, at, "\u3000");
}

std::size_t query_quote_at(std::string_view text, std::size_t at) {
    if (text[at] == '"') return 1;
    for (const std::string_view quote : kForeignQuotes) {
        if (const std::size_t bytes = length_if_starts(text, at, quote); bytes != 0) return bytes;
    }
    return 0;
}

Result<std::vector<Lexeme>> lex_query(std::string_view question) { return Lexer(question).run(); }

}  // namespace sitrep
