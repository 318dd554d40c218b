#include "search/query_mender.hpp"

#include "search/query_error.hpp"

#include <optional>
#include <utility>

namespace sitrep {
namespace {

bool joins(LexemeKind kind) {
    return kind == LexemeKind::And || kind == LexemeKind::Or || kind == LexemeKind::Xor ||
           kind == LexemeKind::Near;
}

class Mender {
  public:
    Mender(std::string_view question, std::vector<QueryRepair>* repairs)
        : question_(question), repairs_(repairs) {}

    Result<void> run(std::vector<Lexeme>& lexemes) {
        for (Lexeme& lexeme : lexemes) put(std::move(lexeme));
        if (error_) return std::move(*error_);
        lexemes = std::move(kept_);
        return {};
    }

  private:
    void put(Lexeme lexeme) {
        switch (lexeme.kind) {
            case LexemeKind::Open:
                open_.push_back(lexeme.column);
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
            mend({end, 0, ")", "this parenthesis is never closed"}, open_.back());
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
    std::vector<std::size_t> open_;  ///< where parentheses were opened
    std::optional<Error> error_;
};

}  // namespace

Result<void> mend_lexemes(std::string_view question, std::vector<Lexeme>& lexemes,
                          std::vector<QueryRepair>* repairs) {
    return Mender(question, repairs).run(lexemes);
}

}  // namespace sitrep
