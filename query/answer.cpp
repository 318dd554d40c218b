#include "query/answer.hpp"

#include "base/environment.hpp"
#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/message.hpp"
#include "query/pager.hpp"
#include "query/suggestion.hpp"
#include "search/highlighter.hpp"
#include "text/date.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <random>

namespace sitrep {
namespace {

bool is_folded(const HitList& list) {
    return std::any_of(list.hits.begin(), list.hits.end(),
                       [](const Hit& hit) { return !hit.copies.empty(); });
}

/// `found 345 articles, shown 1 to 10, in 12 ms`: for a person, beside the hits.
void print_summary(const HitList& list) {
    if (!is_terminal(STDERR_FILENO) || !is_terminal(STDOUT_FILENO)) return;
    std::fputs(fmt::format("\n{}{} article{}{}, shown {} to {}, {:.0f} ms\n",
                           list.total_is_estimate ? "about " : "", list.total,
                           list.total == 1 ? "" : "s", is_folded(list) ? ", copies folded" : "",
                           list.hits.front().rank, list.hits.back().rank, list.elapsed_ms)
                   .c_str(),
               stderr);
}

/// `10 of 92 hits`: for a person who sends them on, and would take them for all. What a terminal
/// shows says it itself, and where a program reads stderr a page is what was asked for.
void print_cut(const QueryOptions& options, const HitList& list) {
    if (is_terminal(STDOUT_FILENO) || !is_terminal(STDERR_FILENO)) return;
    if (!options.default_limit || options.sample > 0 || list.hits.size() < options.limit) return;
    std::uint64_t up_to_here = options.offset;
    for (const Hit& hit : list.hits) up_to_here += 1 + hit.copies.size();
    if (up_to_here >= list.total) return;
    print_note(fmt::format("{} of {}{} {}; --limit={} for {}", list.hits.size(),
                           list.total_is_estimate ? "about " : "", list.total,
                           is_folded(list) ? "articles, copies folded" : "hits", list.total,
                           list.total_is_estimate ? "more" : "all"));
}

void print_nothing_left(const QueryOptions& options, const HitList& list) {
    print_note(fmt::format("{}: nothing is left after --offset={}",
                           list.total == 1 ? "1 article matches"
                                           : fmt::format("{} articles match", list.total),
                           options.offset),
               options.offset < list.total ? kCopiesAreFolded : "");
}

/// Of a question of several parts those that no article has, as they are typed.
std::vector<std::string> parts_found_nowhere(const Query& query, Searcher& searcher) {
    constexpr std::size_t kMost = 8;  // each is a search
    std::vector<std::string> nowhere;
    const auto* all = std::get_if<AndQuery>(&query.node);
    if (all == nullptr || all->children.size() > kMost) return nowhere;
    for (const QueryPtr& part : all->children) {
        std::string text = leaf_text(*part);
        if (text.empty() || is_stop_word(*part)) continue;
        const Result<HitList> found = searcher.count(*part);
        if (found && found->total == 0) nowhere.push_back(std::move(text));
    }
    return nowhere;
}

void print_nothing_found(const QueryOptions& options, const Query& query, Searcher& searcher) {
    const std::vector<std::string> nowhere = parts_found_nowhere(query, searcher);
    print_note("no article matches: " + options.question,
               nowhere.empty() ? "" : "found nowhere: " + join(nowhere, ", "));
}

/// For people: JSON holds it itself.
void print_suggestion(const QueryOptions& options, const HitList& list) {
    if (!list.suggestion.empty() && options.format != OutputFormat::Json)
        print_note("did you mean: " + list.suggestion);
}

int answer_count(const Query& query, Searcher& searcher, Output& out) {
    const Result<HitList> list = searcher.count(query);
    if (!list) return print_failure(list.error());
    out.write(fmt::format("{}\n", list->total));
    print_relaxation(*list);
    return list->total > 0 ? kFound : kNothingFound;
}

/// A list of files is to have every file, and a run every article.
bool folds_copies(const QueryOptions& options) {
    return options.collapse && !options.batch && renderer_row(options.format).has(kFoldsCopies);
}

std::uint64_t any_seed() { return std::random_device()() % (kMaxSeed + 1); }

/// The words that set the hits apart, without those that were asked for.
Result<void> add_words(const Query& query, Searcher& searcher, const WordTables& tables,
                       HitList& list) {
    constexpr std::size_t kShown = 25;
    Result<std::vector<TellingWord>> words = searcher.telling_words(query, tables.stop_words);
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

void print_relaxation(const HitList& list) {
    if (list.optional_words.empty() || list.total <= list.total_with_all) return;
    print_note(fmt::format("of these, {} hold all the words; optional: {}", list.total_with_all,
                           join(list.optional_words, ", ")));
}

SearchOptions search_options(const QueryOptions& options) {
    SearchOptions search;
    search.offset = options.offset;
    search.limit = options.limit;
    search.sort = options.sort;
    search.snippets = renderer_row(options.format).has(kWithSnippets);
    search.boosts = options.boosts;
    search.feedback = options.feedback;
    search.fold_copies = folds_copies(options);
    search.facets = options.facets;
    search.timeline = options.timeline;
    if (options.half_life > 0) search.recency = Recency{options.half_life, today()};
    return search;
}

int answer(const QueryOptions& options, const AskedQuestion& asked, Searcher& searcher,
           WordTables& tables, Output& out) {
    const Query& query = asked.query;
    if (options.count) return answer_count(query, searcher, out);
    const RendererRow& renderer = renderer_row(options.format);
    SearchOptions search = search_options(options);
    search.without = asked.without;
    if (options.sample > 0)
        search.sample = Sample{options.sample, options.seed ? *options.seed : any_seed()};
    Result<HitList> list = searcher.search(query, search);
    if (!list) return print_failure(list.error());
    list->suggestion = better_question(options, query, *list, searcher, tables);
    if (options.terms) {
        if (const Result<void> added = add_words(query, searcher, tables, *list); !added)
            return print_failure(added.error());
    }
    std::string text;
    if (options.explain) text = explain_question(query) + explain_search(*list, asked.times) + "\n";
    text += renderer.render({options.question, "", *list, "", options.terms}, style_of(options));
    write_paged(text, options.pager && options.format == OutputFormat::Text, out);
    if (!list->hits.empty()) {
        if (!renderer.has(kOfAll) && options.format != OutputFormat::Trec) print_relaxation(*list);
        out.flush();
        print_summary(*list);
        print_cut(options, *list);
        if (search.sample && !options.seed)
            print_note(fmt::format("drawn with --seed={}", search.sample->seed));
        print_suggestion(options, *list);
        return kFound;
    }
    if (list->total > 0 && options.limit == 0) return kFound;
    if (list->total > 0)
        print_nothing_left(options, *list);
    else
        print_nothing_found(options, query, searcher);
    print_suggestion(options, *list);
    return kNothingFound;
}

int answer_duplicates(const QueryOptions& options, Searcher& searcher, Output& out) {
    const RendererRow& renderer = renderer_row(options.format);
    const Result<HitList> list = searcher.copies_of(*options.duplicates, search_options(options));
    if (!list) return print_failure(list.error());
    out.write(renderer.render({*options.duplicates, "", *list}, style_of(options)));
    if (list->total == 0) {
        print_note("no article has this id or path: " + *options.duplicates,
                   "both stand in each hit of --format=json");
        return kNothingFound;
    }
    if (list->hits.empty() && options.limit > 0) {
        print_nothing_left(options, *list);
        return kNothingFound;
    }
    if (list->total == 1) print_note("no other article is a copy of it");
    return kFound;
}

}  // namespace sitrep
