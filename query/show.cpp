#include "query/show.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/answer.hpp"
#include "query/message.hpp"
#include "query/pager.hpp"
#include "query/render/article_text.hpp"
#include "search/highlighter.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <optional>

namespace sitrep {
namespace {

int print_articles(const std::vector<FoundArticle>& articles, const QueryOptions& options,
                   const Query* query, Searcher& searcher, Output& out) {
    std::optional<Highlighter> highlighter;
    if (query != nullptr) highlighter.emplace(*query, searcher.analyzer());
    std::string text;
    for (const FoundArticle& article : articles) {
        if (!text.empty()) text += "\n\n";
        text += article_text(article, highlighter ? &*highlighter : nullptr, style_of(options));
    }
    write_paged(text, options.pager, out);
    return kFound;
}

void write_path(const std::string& path, Output& out) {
    out.write((is_terminal(STDOUT_FILENO) ? printable(path) : path) + "\n");
}

/// What has the path of another machine's file here is another file: it is never opened.
int open_original(const Hit& hit, Output& out) {
    if (!hit.server.empty()) {
        write_path(hit.server + ": " + hit.path, out);
        out.flush();
        print_note("the file is on that machine, and is not opened from here",
                   "--open without --original shows the article");
    } else if (!open_file(hit.file)) {
        write_path(hit.file, out);
    }
    return kFound;
}

}  // namespace

int tell_unknown_article(const std::string& name) {
    std::string file = name.substr(name.rfind('/') + 1);
    for (char& c : file) {  // what would be syntax in the question
        if (!is_ascii_alpha(c) && !is_ascii_digit(c) && c != '.' && c != '-' && c != '_') c = '?';
    }
    print_note("no article has the id or path " + name,
               "hits show both in --format=json; files called so: sitrep-query " +
                   shell_quoted("path:*" + file));
    return kNothingFound;
}

int show_article(const QueryOptions& options, const Query* query, Searcher& searcher, Output& out) {
    const Result<std::vector<FoundArticle>> found = searcher.find(options.show);
    if (!found) return print_failure(found.error());
    if (found->empty()) return tell_unknown_article(options.show);
    if (found->size() > 1) {
        print_note(
            counted(found->size(), "article") + " have the id " + options.show + ": all are shown",
            "the path is of one alone");
    }
    return print_articles(*found, options, query, searcher, out);
}

int open_hit(const QueryOptions& options, const Query& query, Searcher& searcher, Output& out) {
    SearchOptions search = search_options(options);
    search.offset = options.open - 1;
    search.limit = 1;
    search.snippets = false;
    const Result<HitList> list = searcher.search(query, search);
    if (!list) return print_failure(list.error());
    if (list->hits.empty()) {
        print_note(list->total == 0 ? "no article matches: " + options.question
                                    : fmt::format("there is no hit {}: {} found", options.open,
                                                  counted(list->total, "article")),
                   options.open <= list->total ? kCopiesAreFolded : "");
        return kNothingFound;
    }
    const Hit& hit = list->hits.front();
    if (options.original) return open_original(hit, out);
    const Result<std::vector<FoundArticle>> found = searcher.article_of(hit);
    if (!found) return print_failure(found.error());
    if (found->empty()) return tell_unknown_article(hit.path);
    return print_articles(*found, options, &query, searcher, out);
}

}  // namespace sitrep
