#include "query/export.hpp"

#include "model/article_json.hpp"
#include "query/answer.hpp"
#include "query/message.hpp"

#include <fmt/format.h>

namespace sitrep {
namespace {

std::string lines_of(const FoundArticle& found, ExportForm form, JsonLetters letters) {
    if (form == ExportForm::Jsonl)
        return article_json(found.article, found.path, found.id, letters) + "\n";
    // Behind its prefix the unique term is a name that is the same in each export.
    return article_bulk_lines(found.article, found.path, found.id, found.unique_term.substr(1),
                              letters) +
           "\n";
}

/// What was written is whole lines of one snapshot, but not all of it.
int tell_broken_off(const Error& error, std::uint64_t written) {
    if (error.code != ErrorCode::Overtaken) return print_failure(error);
    return print_failure({error.code,
                          fmt::format("{}: broken off after {} articles", error.message, written),
                          "export again when sitrep-index has finished"});
}

void tell_relaxation(const Query& query, Searcher& searcher) {
    if (const Result<HitList> found = searcher.count(query)) print_relaxation(*found);
}

}  // namespace

int export_articles(const QueryOptions& options, const Query* query, Searcher& searcher,
                    Output& out) {
    if (options.limit == 0) return kFound;
    const JsonLetters letters = letters_for_output();
    std::uint64_t written = 0;
    const Result<void> done = searcher.each_article(query, [&](const FoundArticle& found) {
        out.write(lines_of(found, *options.exported, letters));
        return ++written < options.limit && out.works();
    });
    out.flush();
    if (query != nullptr && written > 0) tell_relaxation(*query, searcher);
    if (!done) return tell_broken_off(done.error(), written);
    if (written == 0) print_note("no article matches: " + options.question);
    return written > 0 ? kFound : kNothingFound;
}

}  // namespace sitrep
