#include "query/watch.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/answer.hpp"
#include "query/message.hpp"
#include "query/pager.hpp"
#include "query/question.hpp"
#include "query/suggestion.hpp"
#include "query/watch_shelf.hpp"
#include "query/word_tables.hpp"
#include "store/database_folder.hpp"
#include "store/database_name.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

/// So many articles of a watch are told at once; the rest waits for the next time.
constexpr std::uint64_t kMostTold = 1000;

struct Prepared {
    QueryPtr query;
    WordTables tables;
};

/// `query` is the watch's question, parsed.
Result<Prepared> prepared(QueryOptions options, const Watch& watch, Result<QueryPtr> query,
                          Searcher& searcher) {
    if (!query) return query.error();
    options.expand = watch.expand;
    Result<WordTables> tables = load_word_tables(options);
    if (!tables) return tables.error();
    tables->languages = searcher.stem_languages();
    if (Result<void> ready = prepare(**query, watch.question, searcher, *tables); !ready)
        return ready.error();
    return Prepared{*std::move(query), *std::move(tables)};
}

int add(const QueryOptions& options, const WatchShelf& shelf, Searcher& searcher) {
    const std::string& name = options.watch_add;
    const Result<std::vector<std::string>> names = shelf.names();
    if (!names) return print_failure(names.error());
    if (std::binary_search(names->begin(), names->end(), name)) {
        return print_failure({ErrorCode::Usage, "there is a watch " + name + " already",
                              "remove it first: sitrep-query --watch-remove " + name});
    }
    const std::vector<std::string>& databases = shelf.databases();
    Watch watch{name, options.question, options.expand, options.saved, databases, {}};
    Result<Prepared> question =
        prepared(options, watch, read_question(options, watch.question), searcher);
    if (!question) return print_failure(question.error());
    Result<WatchedAnswer> answer = searcher.watched_answer(*question->query);
    if (!answer) return print_failure(answer.error());
    watch.answer = *std::move(answer);
    if (const Result<void> written = shelf.write(watch); !written)
        return print_failure(written.error());
    const std::size_t known = watch.answer.articles.size();
    print_note(fmt::format("watching {}: {} {} now", name, counted(known, "article"),
                           known == 1 ? "matches" : "match"),
               "what is new from now on: sitrep-query --watch " + name);
    if (std::any_of(databases.begin(), databases.end(), is_remote_name))
        print_note(
            "on servers, each article that matches costs two round trips whenever it is "
            "asked: best are questions of few");
    HitList list;
    list.total = list.total_with_all = known;
    const std::string better =
        better_question(options, *question->query, list, searcher, question->tables);
    if (!better.empty()) print_note("did you mean: " + better);
    return kFound;
}

int remove(const std::string& name, const WatchShelf& shelf) {
    const Result<Watch> watch = shelf.read(name);
    // A damaged one can be removed, too.
    if (!watch && watch.error().code == ErrorCode::Usage) return print_failure(watch.error());
    const Result<void> removed = shelf.remove(name);
    if (!removed) return print_failure(removed.error());
    print_note("not watching any more: " + name);
    return kFound;
}

int tell_no_watches(const WatchShelf& shelf) {
    print_note("there are no watches of " + join(shelf.databases(), ", "),
               "make one with: sitrep-query --watch-add NAME WORDS");
    return kNothingFound;
}

/// `NAME<TAB>QUESTION<TAB>ARTICLES`
int list(const WatchShelf& shelf, const std::vector<std::string>& databases, Output& out) {
    const Result<std::vector<std::string>> names = shelf.names();
    if (!names) return print_failure(names.error());
    for (const std::string& database : databases) {  // a slip, most likely, where there is none
        if (!names->empty() || is_remote_name(database)) continue;
        if (const auto there = live_generation(database); !there)
            return print_failure(there.error());
    }
    if (names->empty()) return tell_no_watches(shelf);
    int status = kFound;
    for (const std::string& name : *names) {
        const Result<Watch> watch = shelf.read(name);
        if (watch) {
            out.write(fmt::format("{}\t{}\t{}\n", name, printable(watch->question),
                                  watch->answer.articles.size()));
        } else {
            status = print_failure(watch.error());
        }
    }
    return status;
}

/// News of some watches, and what is remembered once they are written.
struct Told {
    std::string text;
    std::vector<Watch> watches;
    bool any = false;
    int status = kFound;  ///< of the last failure
};

Result<void> add_news(const QueryOptions& options, const WatchShelf& shelf, const std::string& name,
                      Searcher& searcher, Told& told) {
    Result<Watch> watch = shelf.read(name);
    if (!watch) return watch.error();
    std::vector<QueryRepair> told_when_added;
    QueryOptions as_added = options;
    as_added.saved = watch->saved;
    const Result<Prepared> question = prepared(
        as_added, *watch, parse_question(as_added, watch->question, &told_when_added), searcher);
    if (!question) return question.error();
    SearchOptions search = search_options(options);
    search.limit = kMostTold;
    Result<AnswerNews> news = searcher.news(*question->query, watch->answer, search);
    if (!news) return news.error();
    if (news->list.total > 0) {
        const RendererRow& renderer = renderer_row(options.format);
        if (!told.text.empty() && options.format == OutputFormat::Text) told.text += '\n';
        told.text += renderer.render({watch->question, "", news->list, name}, style_of(options));
        told.any = true;
    }
    if (news->left > 0)
        print_note(
            fmt::format("{}: {} more, told the next time", name, counted(news->left, "article")));
    const bool is_as_before = news->known == watch->answer;
    watch->answer = std::move(news->known);
    if (!is_as_before) told.watches.push_back(*std::move(watch));
    return {};
}

int tell(const QueryOptions& options, const WatchShelf& shelf, Searcher& searcher, Output& out) {
    Result<std::vector<std::string>> names = shelf.names();
    if (!names) return print_failure(names.error());
    if (!options.watched.empty()) names = options.watched;
    if (names->empty()) return tell_no_watches(shelf);
    Told told;
    for (const std::string& name : *names) {
        const Result<void> added = add_news(options, shelf, name, searcher, told);
        if (added) continue;
        const bool has_name = added.error().code == ErrorCode::Usage;
        print_error(added.error(), has_name ? "" : name);
        told.status = exit_code(added.error().code);
    }
    const bool shown =
        write_paged(told.text, options.pager && options.format == OutputFormat::Text, out);
    out.flush();
    if (!shown || !out.works()) return told.status;  // not all was told: it is news the next time
    if (options.acknowledge) {
        for (const Watch& watch : told.watches) {
            if (const Result<void> kept = shelf.write(watch); !kept)
                told.status = print_failure(kept.error());
        }
    }
    if (told.status != kFound) return told.status;
    if (!told.any && is_terminal(STDERR_FILENO)) print_note("nothing new");
    return told.any ? kFound : kNothingFound;
}

}  // namespace

int run_watch(const QueryOptions& options, const std::vector<std::string>& databases, Output& out) {
    const WatchShelf shelf(databases);
    if (options.watch_list) return list(shelf, databases, out);
    const Result<FileLock> lock = shelf.lock();
    if (!lock) return print_failure(lock.error());
    if (!options.watch_remove.empty()) return remove(options.watch_remove, shelf);
    Result<Searcher> searcher = Searcher::open(databases, options.access);
    if (!searcher) return print_failure(searcher.error());
    if (!options.watch_add.empty()) return add(options, shelf, *searcher);
    return tell(options, shelf, *searcher, out);
}

}  // namespace sitrep
