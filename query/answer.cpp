#include "query/answer.hpp"

#include "base/environment.hpp"
#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/message.hpp"
#include "query/pager.hpp"
#include "query/question.hpp"
#include "search/highlighter.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace sitrep {
namespace {

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
    if (!list) return print_failure(list.error());
    out.write(fmt::format("{}\n", list->total));
    print_relaxation(*list);
    return list->total > 0 ? kFound : kNothingFound;
}

/// The words that set the hits apart, without those that were asked for.
Result<void> add_words(const Query& query, Searcher& searcher, HitList& list) {
    constexpr std::size_t kShown = 25;
    const Result<StopWords> stop_words = StopWords::load_shipped();
    if (!stop_words) return stop_words.error();
    Result<std::vector<TellingWord>> words = searcher.telling_words(query, *stop_words);
    if (!words) return words.error();
    const Highlighter asked(query, searcher.analyzer());
    for (TellingWord& word : *words) {
        if (list.words.size() == kShown) break;
        if (asked.highlights(word.word).empty()) list.words.push_back(std::move(word));
    }
    return {};
}

}  // namespace

RenderStyle style_of(const QueryOptions& options) {
    RenderStyle style;
    style.terminal = is_terminal(STDOUT_FILENO);
    style.colour = options.colour == Colour::Always ||
                   (options.colour == Colour::Auto && wants_colour(STDOUT_FILENO));
    style.links = style.colour && wants_colour(STDOUT_FILENO) && environment("TERM") != "linux";
    style.tag = options.tag;
    if (style.terminal) style.width = terminal_width(STDOUT_FILENO);
    return style;
}

int answer(const QueryOptions& options, const Query& query, Searcher& searcher, Output& out,
           const std::string& without) {
    if (options.count) return answer_count(query, searcher, out);
    const RendererRow& renderer = renderer_row(options.format);
    SearchOptions search{options.offset, options.limit, options.sort, renderer.wants_snippets};
    search.facets = options.facets;
    search.timeline = options.timeline;
    search.without = without;
    Result<HitList> list = searcher.search(query, search);
    if (!list) return print_failure(list.error());
    if (options.terms) {
        if (const Result<void> added = add_words(query, searcher, *list); !added)
            return print_failure(added.error());
    }
    std::string text;
    if (options.explain) text = explain_question(query) + explain_search(*list) + "\n";
    text += renderer.render({options.question, "", *list}, style_of(options));
    write_paged(text, options.pager && options.format == OutputFormat::Text, out);
    if (!list->hits.empty()) {
        if (!renderer.tells_of_all && options.format != OutputFormat::Trec) print_relaxation(*list);
        out.flush();
        print_summary(*list);
        return kFound;
    }
    if (list->total > 0 && options.limit == 0) return kFound;
    print_nothing_found(options, *list);
    return kNothingFound;
}

}  // namespace sitrep
