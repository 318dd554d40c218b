#include "query/command.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/acronym_list.hpp"
#include "query/batch.hpp"
#include "query/message.hpp"
#include "query/question.hpp"
#include "search/query_parser.hpp"
#include "store/database_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace sitrep {
namespace {

constexpr int kFound = 0;
constexpr int kNothingFound = 1;

int failed(const Error& error) {
    print_error(error);
    return exit_code(error.code);
}

RenderStyle style_of(const QueryOptions& options) {
    RenderStyle style;
    style.terminal = is_terminal(STDOUT_FILENO);
    style.colour = options.colour == Colour::Always ||
                   (options.colour == Colour::Auto && wants_colour(STDOUT_FILENO));
    style.tag = options.tag;
    return style;
}

/// `found 345 articles, shown 1 to 10, in 12 ms`: for a person, beside the hits.
void print_summary(const HitList& list) {
    if (!is_terminal(STDERR_FILENO) || !is_terminal(STDOUT_FILENO)) return;
    std::fputs(
        fmt::format("\n{}{} article{}, shown {} to {}, {:.0f} ms\n",
                    list.total_is_estimate ? "about " : "", list.total, list.total == 1 ? "" : "s",
                    list.hits.front().rank, list.hits.back().rank, list.elapsed_ms)
            .c_str(),
        stderr);
}

void print_nothing_found(const QueryOptions& options, const HitList& list) {
    if (list.total > 0) {
        print_note(fmt::format(
            "{}: nothing is left after --offset={}",
            list.total == 1 ? "1 article matches" : fmt::format("{} articles match", list.total),
            options.offset));
    } else {
        print_note("no article matches: " + options.question);
    }
}

/// Tells what a bare number or bare paths cannot: that not all hits hold all the words.
void print_relaxation(const HitList& list) {
    if (list.optional_words.empty() || list.total <= list.total_with_all) return;
    print_note(fmt::format("of these, {} hold all the words; optional: {}", list.total_with_all,
                           join(list.optional_words, ", ")));
}

int answer_count(const Query& query, Searcher& searcher, Output& out) {
    const Result<HitList> list = searcher.count(query);
    if (!list) return failed(list.error());
    out.write(fmt::format("{}\n", list->total));
    print_relaxation(*list);
    return list->total > 0 ? kFound : kNothingFound;
}

int answer(const QueryOptions& options, const Query& query, Searcher& searcher, Output& out) {
    if (options.count) return answer_count(query, searcher, out);
    const RendererRow& renderer = renderer_row(options.format);
    SearchOptions search{options.offset, options.limit, options.sort, renderer.wants_snippets};
    const Result<HitList> list = searcher.search(query, search);
    if (!list) return failed(list.error());
    if (options.explain) out.write(explain_question(query) + explain_search(*list) + "\n");
    out.write(renderer.render({options.question, "", *list}, style_of(options)));
    if (!list->hits.empty()) {
        if (options.format == OutputFormat::Paths) print_relaxation(*list);
        print_summary(*list);
        return kFound;
    }
    if (list->total > 0 && options.limit == 0) return kFound;
    print_nothing_found(options, *list);
    return kNothingFound;
}

/// An empty database answers nothing, and says how to fill it.
int tell_empty(const std::string& database) {
    print_note("the database " + database + " holds no articles yet",
               "fill it: sitrep-index --db " + database + " FOLDER");
    return kNothingFound;
}

/// What every kind of run needs, opened in the order in which trouble is told.
struct Opened {
    Searcher searcher;
    WordTables tables;
};

Result<Opened> open_all(const QueryOptions& options, const std::string& database) {
    Result<Searcher> searcher = Searcher::open(database);
    if (!searcher) return searcher.error();
    Result<WordTables> tables = load_word_tables(options);
    if (!tables) return tables.error();
    tables->languages = searcher->stem_languages();
    return Opened{*std::move(searcher), *std::move(tables)};
}

int run_question(const QueryOptions& options, const std::string& database, Output& out) {
    const Result<QueryPtr> query = parse_query(options.question, today());
    if (!query) return failed(query.error());
    Result<Opened> opened = open_all(options, database);
    if (!opened) return failed(opened.error());
    const Result<void> given =
        give_terms(**query, options.question, false, opened->searcher.analyzer(),
                   opened->searcher.acronyms(), opened->tables);
    if (!given) return failed(given.error());
    if (!asks_for_something(**query)) {
        return failed({ErrorCode::BadQuery, "nothing to find: the question holds no word",
                       "a word has a letter or a digit in it"});
    }
    if (opened->searcher.document_count() == 0) return tell_empty(database);
    return answer(options, **query, opened->searcher, out);
}

int run_batch(const QueryOptions& options, const std::string& database, Output& out) {
    const Result<std::vector<BatchQuestion>> questions = read_batch(*options.batch);
    if (!questions) return failed(questions.error());
    Result<Opened> opened = open_all(options, database);
    if (!opened) return failed(opened.error());
    if (opened->searcher.document_count() == 0) return tell_empty(database);
    return answer_batch(options, style_of(options), *questions, opened->tables, opened->searcher,
                        out);
}

int run_acronyms(const QueryOptions& options, const std::string& database, Output& out) {
    Result<Opened> opened = open_all(options, database);
    if (!opened) return failed(opened.error());
    const Result<std::string> list =
        acronym_list(options.question, opened->searcher, opened->tables.vocabulary);
    if (!list) return failed(list.error());
    out.write(*list);
    if (!list->empty()) return kFound;
    print_note(options.question.empty() ? "no article defines an acronym"
                                        : "no article says what this means: " + options.question);
    return kNothingFound;
}

}  // namespace

int run_query(const QueryOptions& options, Output& out) {
    const std::string database = options.database.empty() ? default_database() : options.database;
    if (options.acronyms) return run_acronyms(options, database, out);
    return options.batch ? run_batch(options, database, out) : run_question(options, database, out);
}

std::string fields_text() {
    std::string out;
    for (const FieldRow& row : kFields) {
        std::string names(row.name);
        for (const std::string_view alias : row.aliases) {
            if (!alias.empty()) names += ", " + std::string(alias);
        }
        out += fmt::format("{:<26}{}\n{:<26}  {}\n", names, row.help, "", row.example);
    }
    return out;
}

}  // namespace sitrep
