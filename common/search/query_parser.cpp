#include "search/query_parser.hpp"

#include "base/utf8.hpp"
#include "search/query_error.hpp"
#include "search/query_lexer.hpp"
#include "search/query_rules.hpp"

#include <iterator>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

QueryPtr make_query(std::size_t column, decltype(Query::node) node) {
    return std::make_unique<Query>(Query{column, std::move(node)});
}

/// Recursive descent, as deep as kMaxQueryDepth. A function that fails sets error_ and returns
/// null.
class Parser {
  public:
    Parser(std::string_view question, std::vector<Lexeme> lexemes, const Day& today)
        : question_(question), lexemes_(std::move(lexemes)), today_(today) {}

    Result<QueryPtr> run() {
        if (here().kind == LexemeKind::End)
            return trouble(0, "nothing to find: the question is empty");
        QueryPtr query = any_of(Field::Body);
        if (query && here().kind == LexemeKind::Close) {
            query = fail(here().column, "this parenthesis closes nothing");
        }
        if (!query) return std::move(*error_);
        if (const std::optional<RuleBreach> breach = find_breach(*query)) {
            return trouble(breach->column, breach->message, breach->hint);
        }
        return query;
    }

  private:
    const Lexeme& here() const { return lexemes_[at_]; }
    Lexeme take() { return std::move(lexemes_[at_++]); }  // never the End

    bool at_operand() const {
        switch (here().kind) {
            case LexemeKind::Word:
            case LexemeKind::Phrase:
            case LexemeKind::Field:
            case LexemeKind::Open:
            case LexemeKind::Not:
                return true;
            default:
                return false;
        }
    }

    /// a OR b
    QueryPtr any_of(Field field) {
        const std::size_t column = here().column;
        OrQuery either;
        for (;;) {
            QueryPtr child = all_of(field);
            if (!child) return nullptr;
            either.children.push_back(std::move(child));
            if (here().kind != LexemeKind::Or) break;
            const Lexeme op = take();
            if (!at_operand()) return fail(op.column, "OR has nothing after it");
        }
        if (either.children.size() == 1) return std::move(either.children.front());
        return make_query(column, std::move(either));
    }

    /// a b AND c: words side by side make an implicit AND of their own inside the written one.
    QueryPtr all_of(Field field) {
        std::vector<QueryPtr> runs;
        for (;;) {
            if (!at_operand()) return fail_without_operand();
            std::vector<QueryPtr> run;
            while (at_operand()) {
                QueryPtr child = operand(field);
                if (!child) return nullptr;
                run.push_back(std::move(child));
            }
            runs.push_back(conjunction(std::move(run), true));
            if (here().kind != LexemeKind::And) break;
            const Lexeme op = take();
            if (!at_operand()) return fail(op.column, "AND has nothing after it");
        }
        return conjunction(std::move(runs), false);
    }

    static QueryPtr conjunction(std::vector<QueryPtr> children, bool implicit) {
        if (children.size() == 1) return std::move(children.front());
        const std::size_t column = children.front()->column;
        AndQuery all{{}, implicit};
        for (QueryPtr& child : children) {
            auto* inner = std::get_if<AndQuery>(&child->node);
            if (inner != nullptr && only_excludes(*child)) {
                std::move(inner->children.begin(), inner->children.end(),
                          std::back_inserter(all.children));
            } else {
                all.children.push_back(std::move(child));
            }
        }
        return make_query(column, std::move(all));
    }

    /// [NOT ...] word, phrase, field or group
    QueryPtr operand(Field field) {
        if (here().kind != LexemeKind::Not) return primary(field);
        const Lexeme op = take();
        if (!at_operand()) return fail(op.column, "NOT has nothing after it");
        QueryPtr child = deeper(op.column, [&] { return operand(field); });
        if (!child) return nullptr;
        if (auto* twice = std::get_if<NotQuery>(&child->node)) return std::move(twice->child);
        return make_query(op.column, NotQuery{std::move(child)});
    }

    QueryPtr primary(Field field) {
        if (here().kind == LexemeKind::Field) field = take().field;
        if (here().kind == LexemeKind::Open) return group(field);
        return leaf(field);
    }

    QueryPtr group(Field field) {
        const Lexeme open = take();
        if (here().kind == LexemeKind::Close)
            return fail(open.column, "these parentheses are empty");
        if (here().kind == LexemeKind::End) return fail(open.column, kUnclosed);
        QueryPtr inside = deeper(open.column, [&] { return any_of(field); });
        if (!inside) return nullptr;
        if (here().kind != LexemeKind::Close) return fail(open.column, kUnclosed);
        take();
        return inside;
    }

    QueryPtr leaf(Field field) {
        Lexeme lexeme = take();
        if (++leaves_ > kMaxQueryLeaves) return fail(lexeme.column, "too many words: 256 at most");
        const FieldKind kind = field_row(field).kind;
        if (kind == FieldKind::Date) return date(std::move(lexeme));
        if (lexeme.kind == LexemeKind::Phrase && kind == FieldKind::Text) {
            return make_query(lexeme.column, PhraseQuery{std::move(lexeme.text), field, {}});
        }
        return make_query(lexeme.column, WordQuery{std::move(lexeme.text), field, {}});
    }

    QueryPtr date(Lexeme lexeme) {
        std::optional<DayRange> range = parse_day_range(lexeme.text, today_);
        if (!range) {
            if (const std::optional<Day> day = parse_day(lexeme.text)) range = DayRange{day, day};
        }
        if (!range) {
            return fail(lexeme.column, "this is not a date",
                        "dates: 2015, 2015-04, 2015-04-27, 2015..2016, 2015-04.., ..2016, today");
        }
        return make_query(lexeme.column, DateQuery{std::move(lexeme.text), *range});
    }

    template <class Parse>
    QueryPtr deeper(std::size_t column, Parse parse) {
        if (depth_ == kMaxQueryDepth) return fail(column, "nested too deep: 64 levels at most");
        ++depth_;
        QueryPtr result = parse();
        --depth_;
        return result;
    }

    QueryPtr fail_without_operand() {
        switch (here().kind) {
            case LexemeKind::And:
                return fail(here().column, "AND has nothing before it");
            case LexemeKind::Or:
                return fail(here().column, "OR has nothing before it");
            case LexemeKind::Close:
                return fail(here().column, "this parenthesis closes nothing");
            default:
                return fail(here().column, "a word is missing here");
        }
    }

    Error trouble(std::size_t at, std::string_view what, std::string hint = {}) const {
        return query_error(question_, at, what, std::move(hint));
    }
    QueryPtr fail(std::size_t at, std::string_view what, std::string hint = {}) {
        error_ = trouble(at, what, std::move(hint));
        return nullptr;
    }

    static constexpr std::string_view kUnclosed = "this parenthesis is never closed";

    std::string_view question_;
    std::vector<Lexeme> lexemes_;
    Day today_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t leaves_ = 0;
    std::optional<Error> error_;
};

}  // namespace

Result<QueryPtr> parse_query(std::string_view text, const Day& today) {
    if (text.size() > kMaxQueryBytes) {
        return Error{ErrorCode::BadQuery, "the question is too long: " +
                                              std::to_string(kMaxQueryBytes) + " bytes at most"};
    }
    const std::string question = utf8::repaired(text);
    Result<std::vector<Lexeme>> lexemes = lex_query(question);
    if (!lexemes) return lexemes.error();
    return Parser(question, std::move(*lexemes), today).run();
}

}  // namespace sitrep
