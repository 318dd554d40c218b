#include "search/query_parser.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "model/exact_values.hpp"
#include "search/query_dates.hpp"
#include "search/query_error.hpp"
#include "search/query_lexer.hpp"
#include "search/query_mender.hpp"
#include "search/query_pattern.hpp"
#include "search/query_rules.hpp"
#include "search/size_range.hpp"
#include "text/language_code.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

QueryPtr make_query(std::size_t column, decltype(Query::node) node) {
    return std::make_unique<Query>(Query{column, std::move(node)});
}

bool is_fact(std::string_view text) {
    return std::any_of(kFacts.begin(), kFacts.end(),
                       [text](std::string_view fact) { return equals_ignoring_case(text, fact); });
}

bool is_type(std::string_view text) {
    const std::string type = exact_value(Field::Type, text);
    return is_one_of(type, kTypes);
}

std::string types_text() {
    return "type: one of " + join(std::vector<std::string>(kTypes.begin(), kTypes.end()), ", ");
}

std::string facts_text() {
    return "has: one of " + join(std::vector<std::string>(kFacts.begin(), kFacts.end()), ", ");
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
        if (!query) return std::move(*error_);
        if (here().kind != LexemeKind::End)
            return trouble(here().column, "an operator is missing here");
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
            case LexemeKind::Plus:
                return true;
            default:
                return false;
        }
    }

    /// a OR b
    QueryPtr any_of(Field field) {
        return chain<OrQuery>(LexemeKind::Or, [&] { return one_of(field); });
    }
    /// a XOR b
    QueryPtr one_of(Field field) {
        return chain<XorQuery>(LexemeKind::Xor, [&] { return all_of(field); });
    }

    template <class Node, class Parse>
    QueryPtr chain(LexemeKind op, const Parse& parse) {
        const std::size_t column = here().column;
        Node node;
        for (;;) {
            QueryPtr child = parse();
            if (!child) return nullptr;
            node.children.push_back(std::move(child));
            if (here().kind != op) break;
            if (!take_operator()) return nullptr;
        }
        if (node.children.size() == 1) return std::move(node.children.front());
        return make_query(column, std::move(node));
    }

    bool take_operator() {
        const Lexeme op = take();
        if (!at_operand()) fail(op.column, op.text + " has nothing after it");
        return at_operand();
    }

    /// a b AND c: words side by side make an implicit AND of their own inside the written one.
    QueryPtr all_of(Field field) {
        std::vector<QueryPtr> runs;
        for (;;) {
            if (!at_operand()) return fail(here().column, "a word is missing here");
            std::vector<QueryPtr> run;
            while (at_operand()) {
                QueryPtr child = operand(field);
                if (!child) return nullptr;
                run.push_back(std::move(child));
            }
            runs.push_back(conjunction(std::move(run), true));
            if (here().kind != LexemeKind::And) break;
            if (!take_operator()) return nullptr;
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

    /// [NOT ...] [+] words near one another
    QueryPtr operand(Field field) {
        if (here().kind != LexemeKind::Not && here().kind != LexemeKind::Plus)
            return near_one_another(field);
        const Lexeme op = take();
        if (!at_operand()) return fail(op.column, op.text + " has nothing after it");
        QueryPtr child = deeper(op.column, [&] { return operand(field); });
        if (!child) return nullptr;
        auto* exclusion = std::get_if<NotQuery>(&child->node);
        if (op.kind == LexemeKind::Plus) {
            if (exclusion != nullptr) return fail(op.column, "either + or -, not both");
            child->required = true;
            return child;
        }
        if (exclusion != nullptr) return std::move(exclusion->child);
        return make_query(op.column, NotQuery{std::move(child)});
    }

    /// a NEAR/5 b, a ADJ/5 b ADJ/5 c
    QueryPtr near_one_another(Field field) {
        QueryPtr first = boosted(field);
        if (!first || here().kind != LexemeKind::Near) return first;
        NearQuery near{{}, static_cast<std::uint32_t>(here().number), here().in_order};
        const std::size_t column = first->column;
        const std::string op = here().text;
        const std::optional<Field> words = words_of(*first);
        near.children.push_back(std::move(first));
        while (here().kind == LexemeKind::Near) {
            if (here().text != op)
                return fail(here().column, "one chain has one operator and one distance");
            if (near.children.size() == kMaxNearOperands)
                return fail(here().column, "too many words near one another: 4 at most");
            if (!take_operator()) return nullptr;
            QueryPtr child = boosted(field);
            if (!child) return nullptr;
            near.children.push_back(std::move(child));
        }
        for (const QueryPtr& child : near.children) {
            const std::optional<Field> own = words_of(*child);
            if (!own)
                return fail(child->column, op + " stands between words, phrases, or an OR of them");
            if (own != words)
                return fail(child->column, "words near one another stand in one field",
                            "as in title:(missile " + op + " test)");
        }
        return make_query(column, std::move(near));
    }

    /// The field of words that may stand near others; none for anything else.
    static std::optional<Field> words_of(const Query& query) {
        if (const auto* either = std::get_if<OrQuery>(&query.node)) {
            const std::optional<Field> field = words_of(*either->children.front());
            const bool same =
                std::all_of(either->children.begin(), either->children.end(),
                            [&](const QueryPtr& child) { return words_of(*child) == field; });
            return same ? field : std::nullopt;
        }
        std::optional<Field> field;
        if (const auto* word = std::get_if<WordQuery>(&query.node)) field = word->field;
        if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) field = phrase->field;
        if (const auto* pattern = std::get_if<PatternQuery>(&query.node)) field = pattern->field;
        const bool has_places = field && field_row(*field).kind == FieldKind::Text;
        return has_places ? field : std::nullopt;
    }

    /// a word, phrase, field or group, and what its score is multiplied with
    QueryPtr boosted(Field field) { return with_boost(primary(field)); }
    QueryPtr with_boost(QueryPtr query) {
        if (query && here().kind == LexemeKind::Boost) {
            query->boost = std::min(query->boost * take().number, kMaxBoost);
        }
        return query;
    }

    QueryPtr primary(Field field) {
        if (here().kind == LexemeKind::Field) field = take().field;
        if (here().kind == LexemeKind::Open) return group(field);
        return values(field);
    }

    /// section:cyber^2,space; -japan,korea
    QueryPtr values(Field field) {
        const std::size_t column = here().column;
        OrQuery either;
        for (;;) {
            QueryPtr value = with_boost(leaf(field));
            if (!value) return nullptr;
            either.children.push_back(std::move(value));
            if (here().kind != LexemeKind::Comma) break;
            take();
        }
        if (either.children.size() == 1) return std::move(either.children.front());
        return make_query(column, std::move(either));
    }

    QueryPtr group(Field field) {
        const Lexeme open = take();
        if (here().kind == LexemeKind::Close)
            return fail(open.column, "these parentheses are empty");
        QueryPtr inside = deeper(open.column, [&] { return any_of(field); });
        if (!inside) return nullptr;
        if (here().kind != LexemeKind::Close)
            return fail(here().column, "an operator is missing here");
        take();
        return inside;
    }

    QueryPtr leaf(Field field) {
        if (here().kind != LexemeKind::Word && here().kind != LexemeKind::Phrase)
            return fail(here().column, "a word is missing here");
        Lexeme lexeme = take();
        if (++leaves_ > kMaxQueryLeaves)
            return fail(lexeme.column, "too many words: 256 at most", kLongTextHint);
        const FieldKind kind = field_row(field).kind;
        if (kind == FieldKind::Date) return date(std::move(lexeme));
        if (kind == FieldKind::Size) return size(lexeme);
        if (field == Field::Has && !is_fact(lexeme.text))
            return fail(lexeme.column, "this is nothing that articles are known to have",
                        facts_text());
        if (kind == FieldKind::Exact && field != Field::Path && lexeme.kind == LexemeKind::Word) {
            while (lexeme.text.size() > 1 && lexeme.text.ends_with('?')) lexeme.text.pop_back();
        }
        // Quotes hold a path with spaces together; nobody names a file with a star.
        if (kind == FieldKind::Exact && lexeme.text.find('*') != std::string::npos)
            lexeme.kind = LexemeKind::Word;
        const char* const marks = field == Field::Url ? "*" : "*?";  // `?id=5` is of an address
        const bool is_pattern = lexeme.text.find_first_of(marks) != std::string::npos;
        if (field == Field::Type && !is_pattern && !is_type(lexeme.text))
            return fail(lexeme.column, "no article is of this type", types_text());
        if (field == Field::Language && !is_pattern) {
            lexeme.text = language_code(lexeme.text);
            if (lexeme.text.empty())
                return fail(lexeme.column, "no language is called this",
                            "lang: a code or a name, as de or German");
        }
        if (lexeme.kind == LexemeKind::Phrase && kind == FieldKind::Text) {
            return make_query(lexeme.column, PhraseQuery{std::move(lexeme.text), field, {}});
        }
        if (lexeme.kind == LexemeKind::Word && (is_pattern || field != Field::Url)) {
            if (std::optional<PatternQuery> pattern = read_pattern(lexeme.text, field))
                return this->pattern(lexeme.column, *std::move(pattern));
            if (is_too_vague(lexeme.text))
                return fail(lexeme.column, "too many words are like this",
                            "two letters or digits at least stand beside a *, as in mi*");
            if (is_too_fuzzy(lexeme.text))
                return fail(lexeme.column + lexeme.text.rfind('~'),
                            "a fuzzy word differs in 1 or 2 letters", "as in hezbolah~1");
        }
        return make_query(lexeme.column, WordQuery{std::move(lexeme.text), field, {}});
    }

    QueryPtr pattern(std::size_t column, PatternQuery pattern) {
        if (++patterns_ > kMaxPatterns)
            return fail(column, "too many wildcards and fuzzy words: 16 at most");
        return make_query(column, std::move(pattern));
    }

    QueryPtr date(Lexeme lexeme) {
        const DateReading reading = read_date(lexeme.text, today_);
        if (!reading.range) return fail(lexeme.column, reading.wrong, reading.hint);
        return make_query(lexeme.column, DateQuery{std::move(lexeme.text), *reading.range});
    }

    QueryPtr size(const Lexeme& lexeme) {
        std::optional<SizeQuery> range = parse_size_range(lexeme.text);
        if (!range) {
            return fail(lexeme.column, "this is not a number of words",
                        "sizes: >500, <=300, 100..300, 2k..");
        }
        return make_query(lexeme.column, *std::move(range));
    }

    template <class Parse>
    QueryPtr deeper(std::size_t column, Parse parse) {
        if (depth_ == kMaxQueryDepth) return fail(column, "nested too deep: 64 levels at most");
        ++depth_;
        QueryPtr result = parse();
        --depth_;
        return result;
    }

    Error trouble(std::size_t at, std::string_view what, std::string hint = {}) const {
        return query_error(question_, at, what, std::move(hint));
    }
    QueryPtr fail(std::size_t at, std::string_view what, std::string hint = {}) {
        if (!error_) error_ = trouble(at, what, std::move(hint));
        return nullptr;
    }

    static constexpr double kMaxBoost = 100;
    static constexpr std::size_t kMaxNearOperands = 4;

    std::string_view question_;
    std::vector<Lexeme> lexemes_;
    Day today_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t leaves_ = 0;
    std::size_t patterns_ = 0;
    std::optional<Error> error_;
};

}  // namespace

Result<QueryPtr> parse_query(std::string_view text, const Day& today, const ParseOptions& options) {
    if (text.size() > kMaxQueryBytes) {
        return Error{
            ErrorCode::BadQuery,
            "the question is too long: " + std::to_string(kMaxQueryBytes) + " bytes at most",
            kLongTextHint};
    }
    const std::string question = utf8::repaired(text);
    Result<std::vector<Lexeme>> lexemes = lex_query(question, options.repairs);
    if (!lexemes) return lexemes.error();
    if (Result<void> mended = mend_lexemes(question, *lexemes, options.repairs); !mended)
        return mended.error();
    lexemes = with_saved(question, std::move(*lexemes), options.saved);
    if (!lexemes) return lexemes.error();
    return Parser(question, std::move(*lexemes), today).run();
}

std::string question_as_read(std::string_view text, const Query& query, const Day& today,
                             const ParseOptions& options) {
    std::string repaired = repaired_question(utf8::repaired(text), *options.repairs);
    const Result<QueryPtr> again = parse_query(repaired, today, {nullptr, options.saved});
    return again && to_string(**again) == to_string(query) ? repaired : to_string(query);
}

}  // namespace sitrep
