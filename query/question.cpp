#include "query/question.hpp"

#include "base/number.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "query/message.hpp"
#include "search/pattern_forms.hpp"
#include "search/query_analysis.hpp"
#include "search/query_error.hpp"
#include "search/query_excess.hpp"
#include "search/query_expansion.hpp"
#include "search/query_parser.hpp"
#include "search/query_paths.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace sitrep {
namespace {

struct SmallOperator {
    std::string_view word;  ///< a slash at its end: any distance follows
    std::string_view use;
};
constexpr std::array<SmallOperator, 5> kSmallOperators = {
    {{"or", "finds either of two words"},
     {"xor", "finds what one side finds and the other does not"},
     {"not", "leaves out what follows it"},
     {"near/", "finds words near one another"},
     {"adj/", "finds words near one another"}}};

bool is_written(const SmallOperator& op, std::string_view text) {
    if (!op.word.ends_with('/')) return text == op.word;
    return text.starts_with(op.word) && number_in<unsigned>(text.substr(op.word.size()));
}

/// Tells of a plain `or` and its like between words: whoever typed it may mean otherwise.
void tell_small_operators(const Query& query) {
    const auto* all = std::get_if<AndQuery>(&query.node);
    if (all == nullptr || all->children.size() < 3) return;
    for (auto child = all->children.begin() + 1; child != all->children.end() - 1; ++child) {
        const auto* word = std::get_if<WordQuery>(&(*child)->node);
        if (word == nullptr || word->field != Field::Body) continue;
        for (const SmallOperator& op : kSmallOperators) {
            if (!is_written(op, word->text)) continue;
            const std::string capitals = ascii_upper(word->text);
            print_note(fmt::format("\"{}\" is a word like any other", word->text),
                       fmt::format("{} in capitals {}", capitals, op.use));
            return;
        }
    }
}

/// Tells of a path that articles are not known by.
void tell_odd_paths(const Query& query, const std::vector<std::string>& roots) {
    const auto* word = std::get_if<WordQuery>(&query.node);
    if (word != nullptr && word->field == Field::Path) {
        if (const std::string remark = path_remark(word->text, roots); !remark.empty())
            print_note(leaf_text(query), remark);
    }
    each_child(query, [&roots](const Query& child) { tell_odd_paths(child, roots); });
}

}  // namespace

Result<QueryPtr> parse_question(const QueryOptions& options, std::string_view text,
                                std::vector<QueryRepair>* repairs) {
    return parse_query(text, today(), {repairs, options.saved});
}

Result<QueryPtr> read_question(const QueryOptions& options, std::string_view text,
                               std::string_view qid) {
    std::vector<QueryRepair> repairs;
    Result<QueryPtr> query = parse_question(options, text, options.strict ? nullptr : &repairs);
    if (query && qid.empty()) tell_small_operators(**query);
    if (!query || repairs.empty()) return query;
    const std::string_view colon = qid.empty() ? "" : ": ";
    print_note(fmt::format("{}{}read as: {}", qid, colon,
                           question_as_read(text, **query, today(), {&repairs, options.saved})),
               repair_notes(repairs) + "; --strict refuses");
    return query;
}

CorpusWords words_of_corpus(Searcher& searcher) {
    return {searcher.analyzer(), searcher.wordings(), searcher.terms(), searcher.root_paths()};
}

void tell_cut_patterns(const Query& query) {
    const auto* pattern = std::get_if<PatternQuery>(&query.node);
    if (pattern != nullptr && pattern->left_out > 0) {
        print_note(fmt::format("{} stands for {} words: the {} most frequent are looked for",
                               pattern->text, pattern->forms.size() + pattern->left_out,
                               pattern->forms.size()));
    }
    each_child(query, tell_cut_patterns);
}

Result<void> give_terms(Query& query, std::string_view text, bool plain_words,
                        const CorpusWords& corpus, WordTables& tables) {
    paths_inside_roots(query, corpus.roots);
    analyze_query(query, corpus.analyzer, tables.stop_words, tables.languages);
    if (plain_words) drop_surplus(query);
    if (const Query* surplus = find_surplus(query)) {
        return query_error(
            utf8::repaired(text), surplus->column, "too many words: 256 at most",
            std::string("each part of a word like a-b-c is a word of its own; ") + kLongTextHint);
    }
    find_pattern_forms(query, corpus.terms);
    if (const std::optional<QueryExcess> excess = find_excess(query))
        return query_error(utf8::repaired(text), excess->column, excess->what, excess->hint);
    if (tables.expand) expand_query(query, corpus.analyzer, tables.vocabulary, corpus.wordings);
    return {};
}

bool asks_for_something(const Query& query) {
    if (const auto* word = std::get_if<WordQuery>(&query.node)) return !word->units.empty();
    if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) return !phrase->units.empty();
    if (const auto* pattern = std::get_if<PatternQuery>(&query.node))
        return !pattern->pattern.empty();
    if (std::holds_alternative<NotQuery>(query.node)) return false;
    bool something = std::holds_alternative<DateQuery>(query.node) ||
                     std::holds_alternative<SizeQuery>(query.node);
    each_child(query,
               [&](const Query& child) { something = something || asks_for_something(child); });
    return something;
}

Result<void> prepare(Query& query, std::string_view text, Searcher& searcher, WordTables& tables) {
    tell_odd_paths(query, searcher.root_paths());
    Result<void> given = give_terms(query, text, false, words_of_corpus(searcher), tables);
    if (!given) return given;
    tell_cut_patterns(query);
    if (asks_for_something(query)) return given;
    return Error{ErrorCode::BadQuery, "nothing to find: the question holds no word",
                 "a word has a letter or a digit in it"};
}

}  // namespace sitrep
