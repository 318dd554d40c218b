#include "search/saved_questions.hpp"

#include "base/edit_distance.hpp"
#include "base/strings.hpp"
#include "search/query_error.hpp"
#include "search/query_mender.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

class Replacer {
  public:
    Replacer(std::string_view question, const SavedQuestions& saved)
        : question_(question), saved_(saved) {}

    Result<std::vector<Lexeme>> run(std::vector<Lexeme> lexemes) {
        for (Lexeme& lexeme : lexemes) put(std::move(lexeme), 0);
        if (error_) return std::move(*error_);
        return std::move(out_);
    }

  private:
    void put(Lexeme lexeme, std::size_t depth) {
        if (error_) return;
        if (out_.size() >= kMaxLexemes) return fail(lexeme.column, "too many words: 256 at most");
        if (lexeme.kind != LexemeKind::Saved) {
            out_.push_back(std::move(lexeme));
        } else {
            put_saved(lexeme.text, lexeme.column, depth);
        }
    }

    void put_saved(const std::string& name, std::size_t column, std::size_t depth) {
        const auto found = saved_.find(name);
        if (found == saved_.end())
            return fail(column, "there is no saved question @" + name, names_like(name));
        if (depth == kMaxSavedDepth)
            return fail(column, "saved questions lead in a circle, by @" + name);
        Result<std::vector<Lexeme>> inside = read(found->second);
        if (!inside) return fail_inside(name, inside.error());
        out_.push_back({LexemeKind::Open, "", column});
        for (Lexeme& lexeme : *inside) {
            lexeme.column = column;
            if (lexeme.kind != LexemeKind::End) put(std::move(lexeme), depth + 1);
        }
        out_.push_back({LexemeKind::Close, "", column});
    }

    /// As strictly as a question can be read: what is kept is put right once, by hand.
    static Result<std::vector<Lexeme>> read(std::string_view text) {
        Result<std::vector<Lexeme>> lexemes = lex_query(text, nullptr);
        if (!lexemes) return lexemes;
        if (Result<void> whole = mend_lexemes(text, *lexemes, nullptr); !whole)
            return whole.error();
        return lexemes;
    }

    /// What may have been meant by `name`.
    std::string names_like(const std::string& name) const {
        constexpr std::size_t kShown = 10;
        constexpr std::string_view kQuote = "; to search the text itself, quote it";
        if (saved_.empty())
            return "saved questions are defined in the configuration: define = NAME = WORDS" +
                   std::string(kQuote);
        const EditDistance distance(name, 2);
        std::vector<std::string> names;
        for (const auto& [known, text] : saved_) {
            if (distance.of(known)) return "did you mean @" + known + "?";
            if (names.size() < kShown) names.push_back("@" + known);
        }
        return "saved questions: " + join(names, ", ") + (saved_.size() > kShown ? ", ..." : "") +
               std::string(kQuote);
    }

    void fail(std::size_t at, const std::string& what, std::string hint = {}) {
        error_ = query_error(question_, at, what, std::move(hint));
    }
    void fail_inside(const std::string& name, Error error) {
        error.message = "in the saved question @" + name + ": " + error.message;
        error_ = std::move(error);
    }

    std::string_view question_;
    const SavedQuestions& saved_;
    std::vector<Lexeme> out_;
    std::optional<Error> error_;
};

}  // namespace

bool is_saved_name(std::string_view text) {
    return !text.empty() && is_ascii_alpha(text.front()) &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '_';
           });
}

Result<std::vector<Lexeme>> with_saved(std::string_view question, std::vector<Lexeme> lexemes,
                                       const SavedQuestions& saved) {
    return Replacer(question, saved).run(std::move(lexemes));
}

}  // namespace sitrep
