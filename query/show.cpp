#include "query/show.hpp"

#include "base/number.hpp"
#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/answer.hpp"
#include "query/message.hpp"
#include "query/pager.hpp"
#include "query/render/article_text.hpp"
#include "search/highlighter.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

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

/// `--show 2 WORDS`, meant for hit 2.
int tell_unknown_number(const std::string& number, const std::string& question) {
    const std::string words = question.empty() ? "WORDS" : shell_quoted(question);
    print_note(
        "no article has the id " + number,
        fmt::format("hit {} of a question: sitrep-query --open={} {}", number, number, words));
    return kNothingFound;
}

bool has_marks(const FoundArticle& shown, const Highlighter& words) {
    const Article& article = shown.article;
    return !words.highlights(article.header.title).empty() ||
           !words.highlights(article.body()).empty();
}

/// What of the words is the id or path of an article, as in `--show A B`, and so no word to mark;
/// empty where nothing is, or where words are marked.
Result<std::string> second_article(const std::string& words, const FoundArticle& shown,
                                   const Query& query, Searcher& searcher) {
    constexpr std::size_t kMost = 16;  // each is looked up
    if (has_marks(shown, Highlighter(query, searcher.analyzer()))) return std::string();
    std::vector<std::string_view> names = split(words, ' ');
    names.resize(std::min(names.size(), kMost));
    names.insert(names.begin(), words);
    for (const std::string_view name : names) {
        if (name.empty()) continue;
        const Result<std::vector<FoundArticle>> found = searcher.find(name);
        if (!found) return found.error();
        if (!found->empty() && found->front().unique_term != shown.unique_term)
            return std::string(name);
    }
    return std::string();
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
    if (found->empty()) {
        return number_in<std::uint64_t>(options.show)
                   ? tell_unknown_number(options.show, options.question)
                   : tell_unknown_article(options.show);
    }
    if (query != nullptr) {
        const Result<std::string> other =
            second_article(options.question, found->front(), *query, searcher);
        if (!other) return print_failure(other.error());
        if (!other->empty())
            return print_failure({ErrorCode::Usage, "--show prints one article: not " + *other,
                                  "show it by itself; WORDS behind --show are marked"});
    }
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
