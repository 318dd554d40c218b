#include "query/command.hpp"

#include "base/strings.hpp"
#include "query/acronym_list.hpp"
#include "query/answer.hpp"
#include "query/batch.hpp"
#include "query/explain_hit.hpp"
#include "query/export.hpp"
#include "query/like.hpp"
#include "query/message.hpp"
#include "query/question.hpp"
#include "query/show.hpp"
#include "query/watch.hpp"
#include "store/database_folder.hpp"
#include "store/database_name.hpp"
#include "store/writer_lock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace sitrep {
namespace {

using Databases = std::vector<std::string>;

bool is_written(const std::string& database) {
    return !is_remote_name(database) && WriterLock::is_held(database);
}

/// An empty database answers nothing, and says how to fill it: here, if one is here.
int tell_empty(const Databases& databases) {
    const bool is_one = databases.size() == 1;
    const auto here = std::find_if_not(databases.begin(), databases.end(), is_remote_name);
    const auto written = std::find_if(here, databases.end(), is_written);
    if (written != databases.end()) {
        print_note("the database " + *written + " holds no articles yet",
                   "a sitrep-index is at work on it: ask again later");
        return kNothingFound;
    }
    print_note(
        (is_one ? "the database " + databases.front() + " holds"
                : "the databases " + join(databases, ", ") + " hold") +
            " no articles yet",
        here == databases.end()
            ? "fill " + std::string(is_one ? "it" : "them") + " by sitrep-index on that machine"
            : std::string(is_one ? "fill it" : "fill them") + ": sitrep-index --db " +
                  shell_quoted(*here) + " FOLDER");
    return kNothingFound;
}

/// Article by article, a server's would be as many round trips.
Result<void> refuse_servers(const Databases& databases) {
    const auto server = std::find_if(databases.begin(), databases.end(), is_remote_name);
    if (server == databases.end()) return {};
    return Error{ErrorCode::Usage, "--export is not for databases on servers: " + *server,
                 "export on the machine where the database lies"};
}

class Stopwatch {
  public:
    double ms() const {
        return std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
    }

  private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_ = Clock::now();
};

/// What every kind of run needs, opened in the order in which trouble is told.
struct Opened {
    Searcher searcher;
    WordTables tables;
};

/// The exit code of an answer that is `status` by itself; tells what it is made without.
int told_missing(const Searcher& searcher, int status) {
    for (const MissingDatabase& missing : searcher.missing())
        print_note("left out, so that the answer is partial: " + missing.why);
    const bool is_answer = status == kFound || status == kNothingFound;
    return is_answer && !searcher.missing().empty() ? kPartial : status;
}

Result<Opened> open_all(const QueryOptions& options, const Databases& databases) {
    Result<Searcher> searcher = Searcher::open(databases, options.access);
    if (!searcher) return searcher.error();
    Result<WordTables> tables = load_word_tables(options);
    if (!tables) return tables.error();
    tables->languages = searcher->stem_languages();
    return Opened{*std::move(searcher), *std::move(tables)};
}

/// A question as it was read.
struct ReadQuestion {
    QueryPtr query;
    QuestionTimes times = {};
    std::string without = {};  ///< the unique term of an article that is no hit; empty: none
};

int run_read(const QueryOptions& options, ReadQuestion question, const Databases& databases,
             Opened& opened, Output& out) {
    Query& query = *question.query;
    const Stopwatch words_time;
    const Result<void> ready = prepare(query, options.question, opened.searcher, opened.tables);
    if (!ready) return print_failure(ready.error());
    question.times.words_ms = words_time.ms();
    if (opened.searcher.document_count() == 0) return tell_empty(databases);
    if (!options.explain_hit.empty()) return explain_hit(options, query, opened.searcher, out);
    if (!options.show.empty()) return show_article(options, &query, opened.searcher, out);
    if (options.exported) return export_articles(options, &query, opened.searcher, out);
    if (options.open > 0) return open_hit(options, query, opened.searcher, out);
    return answer(options, {query, question.times, std::move(question.without)}, opened.searcher,
                  opened.tables, out);
}

int run_question(const QueryOptions& options, const Databases& databases, Output& out) {
    const Stopwatch parse_time;
    Result<QueryPtr> query = read_question(options, options.question);
    if (!query) return print_failure(query.error());
    ReadQuestion question{*std::move(query)};
    question.times.parse_ms = parse_time.ms();
    Result<Opened> opened = open_all(options, databases);
    if (!opened) return print_failure(opened.error());
    return told_missing(opened->searcher,
                        run_read(options, std::move(question), databases, *opened, out));
}

int run_like(QueryOptions options, const Databases& databases, Output& out) {
    options.expand = false;  // the article's own words are what is asked for
    Result<Opened> opened = open_all(options, databases);
    if (!opened) return print_failure(opened.error());
    Result<std::optional<LikeQuestion>> like =
        question_like(options.like, opened->tables.stop_words, opened->searcher);
    if (!like) return print_failure(like.error());
    if (!*like) return told_missing(opened->searcher, tell_unknown_article(options.like));
    if ((*like)->words.empty()) {
        print_note("no other article holds a telling word of " +
                   (options.like == "-" ? "the article given" : options.like));
        return told_missing(opened->searcher, kNothingFound);
    }
    options.question = (*like)->words;
    Result<QueryPtr> query = read_question(options, options.question);
    if (!query) return print_failure(query.error());
    return told_missing(opened->searcher,
                        run_read(options, {*std::move(query), {}, std::move((*like)->unique_term)},
                                 databases, *opened, out));
}

/// --show without words to mark.
int run_show(const QueryOptions& options, const Databases& databases, Output& out) {
    Result<Searcher> searcher = Searcher::open(databases, options.access);
    if (!searcher) return print_failure(searcher.error());
    return told_missing(*searcher, show_article(options, nullptr, *searcher, out));
}

/// --export of every article there is.
int run_export(const QueryOptions& options, const Databases& databases, Output& out) {
    Result<Searcher> searcher = Searcher::open(databases, options.access);
    if (!searcher) return print_failure(searcher.error());
    if (searcher->document_count() == 0) return told_missing(*searcher, tell_empty(databases));
    return told_missing(*searcher, export_articles(options, nullptr, *searcher, out));
}

int run_batch(const QueryOptions& options, const Databases& databases, Output& out) {
    const Result<std::vector<BatchQuestion>> questions = read_batch(*options.batch);
    if (!questions) return print_failure(questions.error());
    Result<Opened> opened = open_all(options, databases);
    if (!opened) return print_failure(opened.error());
    if (opened->searcher.document_count() == 0)
        return told_missing(opened->searcher, tell_empty(databases));
    return told_missing(opened->searcher, answer_batch(options, style_of(options), *questions,
                                                       opened->tables, opened->searcher, out));
}

int run_duplicates(const QueryOptions& options, const Databases& databases, Output& out) {
    Result<Searcher> searcher = Searcher::open(databases, options.access);
    if (!searcher) return print_failure(searcher.error());
    if (searcher->document_count() == 0) return told_missing(*searcher, tell_empty(databases));
    return told_missing(*searcher, answer_duplicates(options, *searcher, out));
}

int run_acronyms(const QueryOptions& options, const Databases& databases, Output& out) {
    Result<Opened> opened = open_all(options, databases);
    if (!opened) return print_failure(opened.error());
    const Result<std::string> list =
        acronym_list(options.question, opened->searcher, opened->tables.vocabulary);
    if (!list) return print_failure(list.error());
    out.write(*list);
    if (!list->empty()) return told_missing(opened->searcher, kFound);
    print_note(options.question.empty() ? "no article defines an acronym"
                                        : "no article says what this means: " + options.question);
    return told_missing(opened->searcher, kNothingFound);
}

}  // namespace

int run_query(const QueryOptions& options, Output& out) {
    const Result<Databases> named = named_databases(
        options.databases.empty() ? Databases{default_database()} : options.databases,
        options.database_sets);
    if (!named) return print_failure(named.error());
    const Databases& databases = *named;
    if (options.exported) {
        if (const Result<void> refused = refuse_servers(databases); !refused)
            return print_failure(refused.error());
    }
    if (options.asks_of_watches()) return run_watch(options, databases, out);
    if (options.duplicates) return run_duplicates(options, databases, out);
    if (options.acronyms) return run_acronyms(options, databases, out);
    if (!options.like.empty()) return run_like(options, databases, out);
    const bool asks = !trimmed(options.question).empty();
    if (!options.show.empty() && !asks) return run_show(options, databases, out);
    if (options.exported && !asks) return run_export(options, databases, out);
    return options.batch ? run_batch(options, databases, out)
                         : run_question(options, databases, out);
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
