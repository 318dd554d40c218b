#include "search/query_mender.hpp"

#include "base/strings.hpp"
#include "search/query_error.hpp"
#include "search/query_signs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace sitrep {
namespace {

bool joins(LexemeKind kind) {
    return kind == LexemeKind::And || kind == LexemeKind::Or || kind == LexemeKind::Xor ||
           kind == LexemeKind::Near;
}

/// What is written of a word with a star so that it can stand beside others: letters, digits,
/// stars, and hyphens inside; no operator.
bool is_plain_operand(std::string_view word) {
    static constexpr std::array<std::string_view, 6> kOperators = {"AND", "OR",   "XOR",
                                                                   "NOT", "NEAR", "ADJ"};
    return !word.empty() && word.front() != '-' && !is_one_of(word, kOperators) &&
           std::all_of(word.begin(), word.end(),
                       [](char c) { return is_word_byte(c) || c == '*' || c == '-'; });
}

bool has_star_on_word(std::string_view text) {
    for (std::size_t at = text.find('*'); at != std::string_view::npos;
         at = text.find('*', at + 1)) {
        if (at > 0 && is_plain_operand(text.substr(at - 1, 1)) && text[at - 1] != '*') return true;
        if (at + 1 < text.size() && is_plain_operand(text.substr(at + 1, 1)) && text[at + 1] != '*')
            return true;
    }
    return false;
}

class Mender {
  public:
    Mender(std::string_view question, std::vector<QueryRepair>* repairs)
        : question_(question), repairs_(repairs) {}

    Result<void> run(std::vector<Lexeme>& lexemes) {
        for (std::size_t i = 0; i < lexemes.size(); ++i) {
            const LexemeKind next = i + 1 < lexemes.size() ? lexemes[i + 1].kind : LexemeKind::End;
            put(std::move(lexemes[i]), next == LexemeKind::Comma || next == LexemeKind::Near);
        }
        if (error_) return std::move(*error_);
        lexemes = std::move(kept_);
        return {};
    }

  private:
    /// `is_bound`: what follows joins this to another value or word, so that it can be no group.
    void put(Lexeme lexeme, bool is_bound) {
        switch (lexeme.kind) {
            case LexemeKind::Open:
                open_.push_back({lexeme.column, field()});
                break;
            case LexemeKind::Word:
            case LexemeKind::Phrase:
                if (put_starred(lexeme, is_bound)) return;
                break;
            case LexemeKind::Close:
                if (open_.empty())
                    return mend({lexeme.column, 1, " ", "this parenthesis closes nothing"});
                drop_operators();
                open_.pop_back();
                break;
            case LexemeKind::End:
                drop_operators();
                close_all(lexeme.column);
                break;
            default:
                if (joins(lexeme.kind)) drop_operators();
                if (joins(lexeme.kind) && at_beginning()) return drop(lexeme, "before");
        }
        kept_.push_back(std::move(lexeme));
    }

    /// The field that a word is in which comes now: it may be one of several values.
    Field field() const {
        const bool is_value = !kept_.empty() && (kept_.back().kind == LexemeKind::Field ||
                                                 kept_.back().kind == LexemeKind::Comma);
        const auto before = std::find_if(kept_.rbegin(), kept_.rend(), [](const Lexeme& lexeme) {
            return lexeme.kind != LexemeKind::Comma && lexeme.kind != LexemeKind::Word &&
                   lexeme.kind != LexemeKind::Phrase && lexeme.kind != LexemeKind::Boost;
        });
        if (is_value && before != kept_.rend() && before->kind == LexemeKind::Field)
            return before->field;
        return open_.empty() ? Field::Body : open_.back().field;
    }

    /// A star in quotes or beside a slash, where no pattern can stand: the words are put side by
    /// side, in a group of their own. False: `lexeme` is none such, or what is left of it.
    bool put_starred(Lexeme& lexeme, bool is_bound) {
        const bool is_phrase = lexeme.kind == LexemeKind::Phrase;
        if (field_row(field()).kind != FieldKind::Text || !has_star_on_word(lexeme.text))
            return false;
        if (!is_phrase && lexeme.text.find('/') == std::string::npos) return false;
        is_bound = is_bound || (!kept_.empty() && (kept_.back().kind == LexemeKind::Comma ||
                                                   kept_.back().kind == LexemeKind::Near));
        const std::size_t begin = question_.find(lexeme.text, lexeme.column);
        if (!is_phrase && cut_prefix(lexeme, begin)) return false;
        std::vector<std::string_view> words = split(lexeme.text, is_phrase ? ' ' : '/');
        constexpr std::size_t kMostWords = 4;  // of a chain of ADJ
        const bool is_group = !is_bound && words.size() <= kMostWords &&
                              std::all_of(words.begin(), words.end(), is_plain_operand);
        if (is_group && (!is_phrase || is_closed(lexeme, begin))) {
            put_side_by_side(lexeme, begin, words);
            return true;
        }
        if (is_phrase) drop_stars(lexeme, begin);
        return false;
    }

    /// In `AN/SPY-6` what is before the slash belongs to the name, which is found without it.
    bool cut_prefix(Lexeme& lexeme, std::size_t begin) {
        constexpr std::size_t kPrefix = 3;
        if (!equals_ignoring_case(lexeme.text.substr(0, kPrefix), "an/") ||
            !is_plain_operand(lexeme.text.substr(kPrefix)))
            return false;
        mend({begin, kPrefix, "", "a star belongs to one word, and a/b are two"});
        lexeme.text.erase(0, kPrefix);
        return true;
    }

    /// Whether the phrase's text, from `begin` on, fills its quotes.
    bool is_closed(const Lexeme& phrase, std::size_t begin) const {
        const std::size_t end = begin + phrase.text.size();
        return begin == phrase.column + query_quote_at(question_, phrase.column) &&
               end < question_.size() && query_quote_at(question_, end) != 0;
    }

    void put_side_by_side(const Lexeme& lexeme, std::size_t begin,
                          const std::vector<std::string_view>& words) {
        const bool is_phrase = lexeme.kind == LexemeKind::Phrase;
        const std::string what = is_phrase ? "a star means nothing in quotes"
                                           : "a star belongs to one word, and a/b are two";
        const std::size_t end = begin + lexeme.text.size();
        mend({lexeme.column, begin - lexeme.column, "(", what});
        kept_.push_back({LexemeKind::Open, "", lexeme.column});
        std::size_t at = begin;
        for (const std::string_view word : words) {
            if (at > begin) {
                mend({at - 1, 1, " ADJ/1 ", what});
                kept_.push_back({LexemeKind::Near, "ADJ/1", at - 1, Field::Body, 1, true});
            }
            kept_.push_back({LexemeKind::Word, std::string(word), at});
            at += word.size() + 1;
        }
        mend({end, is_phrase ? query_quote_at(question_, end) : 0, ")", what});
        kept_.push_back({LexemeKind::Close, "", end});
    }

    void drop_stars(Lexeme& phrase, std::size_t begin) {
        for (std::size_t at = 0; (at = phrase.text.find('*', at)) != std::string::npos; ++at) {
            mend({begin + at, 1, " ", "a star means nothing in quotes"});
            phrase.text[at] = ' ';
        }
        phrase.text = trimmed(phrase.text);
    }

    bool at_beginning() const { return kept_.empty() || kept_.back().kind == LexemeKind::Open; }

    /// Takes off what stands at the end of a group and has nothing after it.
    void drop_operators() {
        while (!kept_.empty() &&
               (joins(kept_.back().kind) || kept_.back().kind == LexemeKind::Not ||
                kept_.back().kind == LexemeKind::Plus)) {
            drop(kept_.back(), "after");
            kept_.pop_back();
        }
    }
    void drop(const Lexeme& op, std::string_view side) {
        const std::size_t bytes = std::max<std::size_t>(op.text.size(), 1);
        mend({op.column, bytes, "", op.text + " has nothing " + std::string(side) + " it"});
    }

    void close_all(std::size_t end) {
        for (; !open_.empty(); open_.pop_back()) {
            mend({end, 0, ")", "this parenthesis is never closed"}, open_.back().column);
            kept_.push_back({LexemeKind::Close, "", end});
        }
    }

    void mend(QueryRepair repair, std::optional<std::size_t> place = {}) {
        if (repairs_ != nullptr) {
            repairs_->push_back(std::move(repair));
        } else if (!error_) {
            error_ = query_error(question_, place.value_or(repair.at), repair.what);
        }
    }

    std::string_view question_;
    std::vector<QueryRepair>* repairs_;
    std::vector<Lexeme> kept_;
    struct Group {
        std::size_t column;
        Field field;
    };
    std::vector<Group> open_;
    std::optional<Error> error_;
};

}  // namespace

Result<void> mend_lexemes(std::string_view question, std::vector<Lexeme>& lexemes,
                          std::vector<QueryRepair>* repairs) {
    return Mender(question, repairs).run(lexemes);
}

}  // namespace sitrep
