#include "query/option_rules.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <initializer_list>

namespace sitrep {
namespace {

struct Other {
    bool given;
    std::string_view name;
};
/// The name of the first that was given; empty where none was.
std::string_view first_given(std::initializer_list<Other> others) {
    const auto* const first =
        std::find_if(others.begin(), others.end(), [](const Other& other) { return other.given; });
    return first == others.end() ? std::string_view() : first->name;
}

/// The first option that is about the hits of a question, or one of them.
std::string_view option_of_hits(const QueryOptions& options) {
    return first_given({{!options.show.empty(), "--show"},
                        {options.open > 0, "--open"},
                        {options.original, "--original"},
                        {!options.like.empty(), "--like"},
                        {!options.facets.empty(), "--facet"},
                        {options.timeline.has_value(), "--timeline"},
                        {options.terms, "--terms"},
                        {options.sort != SortOrder::Relevance, "--sort"},
                        {options.feedback > 0, "--feedback"},
                        {options.half_life > 0, "--recency"}});
}

std::string batch_contradiction(const QueryOptions& options, const NamedOptions& named) {
    if (options.batch->empty()) return "--batch needs the name of a file, or - for standard input";
    if (named.words) return "--batch brings its own questions: leave the words out";
    if (options.count) return "--count is for one question, not for --batch";
    if (options.explain) return "--explain is for one question, not for --batch";
    if (!renderer_row(options.format).has(kInBatch)) return "--batch prints trec, json or jsonl";
    return "";
}

std::string acronyms_contradiction(const QueryOptions& options, const NamedOptions& named) {
    if (named.format) return "--acronyms prints a list only: leave --format out";
    if (options.batch) return "--acronyms is for one word, not for --batch";
    if (options.count || options.explain)
        return "--acronyms prints a list only: leave --count and --explain out";
    if (const std::string_view other = option_of_hits(options); !other.empty())
        return "--acronyms prints a list only: leave " + std::string(other) + " out";
    return "";
}

std::string duplicates_contradiction(const QueryOptions& options, const NamedOptions& named) {
    if (options.duplicates->empty()) return "--duplicates needs the id or the path of an article";
    if (named.words) return "--duplicates brings its own article: leave the words out";
    if (options.batch) return "--duplicates is for one article, not for --batch";
    if (options.count || options.explain || options.acronyms)
        return "--duplicates shows articles: leave --count, --explain and --acronyms out";
    if (options.format == OutputFormat::Trec)
        return "--duplicates is not for --format=trec: there is no question";
    if (const std::string_view other = option_of_hits(options); !other.empty())
        return "--duplicates shows the copies of one article, the original first: leave " +
               std::string(other) + " out";
    return "";
}

std::string count_contradiction(const QueryOptions& options, const NamedOptions& named) {
    if (named.format) return "--count prints a number only: leave --format out";
    if (options.explain) return "--count prints a number only: leave --explain out";
    if (options.feedback > 0) return "--count counts what is asked for: leave --feedback out";
    return "";
}

/// --show and --open print an article, not an answer.
std::string article_contradiction(const QueryOptions& options, const NamedOptions& named) {
    const std::string name = options.show.empty() ? "--open" : "--show";
    if (!options.show.empty() && options.open > 0) return "--show and --open do not go together";
    if (options.original && options.open == 0) return "--original is for --open";
    if (options.batch || options.count || options.explain || named.format)
        return name + " prints an article: leave --batch, --count, --explain and --format out";
    if (!options.facets.empty() || options.timeline || options.terms)
        return name + " prints an article: leave --facet, --timeline and --terms out";
    return "";
}

std::string explained_contradiction(const QueryOptions& options, const NamedOptions& named) {
    if (options.batch || options.count || options.explain || options.duplicates ||
        options.acronyms || !options.show.empty() || options.open > 0 || options.sample > 0)
        return "--explain-hit explains one article: leave --batch, --count, --explain, "
               "--duplicates, "
               "--acronyms, --show, --open and --sample out";
    if (named.format) return "--explain-hit prints an account only: leave --format out";
    if (!options.facets.empty() || options.timeline || options.terms)
        return "--explain-hit prints an account only: leave --facet, --timeline and --terms out";
    if (options.sort != SortOrder::Relevance)
        return "--explain-hit explains scores: leave --sort out";
    return "";
}

std::string sample_contradiction(const QueryOptions& options, const NamedOptions& named) {
    if (options.sample == 0) return options.seed ? "--seed is for --sample" : "";
    if (named.page)
        return "--sample says itself how many hits are shown: leave --limit and --offset out";
    if (options.batch || options.count || !options.show.empty() || options.open > 0 ||
        options.duplicates || options.acronyms)
        return "--sample draws from the hits of one question: leave --batch, --count, --show, "
               "--open, --duplicates and --acronyms out";
    return "";
}

std::string watch_contradiction(const QueryOptions& options, const NamedOptions& named) {
    const int wanted = (options.watch ? 1 : 0) + (options.watch_list ? 1 : 0) +
                       (options.watch_add.empty() ? 0 : 1) + (options.watch_remove.empty() ? 0 : 1);
    if (wanted > 1)
        return "--watch, --watch-add, --watch-list and --watch-remove do not go together";
    for (const std::string* name : {&options.watch_add, &options.watch_remove}) {
        if (!name->empty() && !is_saved_name(*name))
            return *name + " is no name of a watch: letters, digits, - and _, a letter first";
    }
    if (!options.watch_add.empty() && trimmed(options.question).empty())
        return "what shall be watched? --watch-add NAME WORDS";
    if (options.watch_add.empty() && !options.watch && named.words)
        return "--watch-list and --watch-remove take no words";
    if (named.format && !options.watch)
        return "--watch-list, --watch-add and --watch-remove print no articles: leave --format out";
    if (options.batch || options.count || options.explain || options.duplicates ||
        options.acronyms || !options.show.empty() || options.open > 0 || options.sample > 0 ||
        !options.explain_hit.empty() || !options.like.empty() || !options.facets.empty() ||
        options.timeline || options.terms || options.exported)
        return "a watch is of one question and tells articles: leave --batch, --count, --explain, "
               "--show, --facet and what else asks for something else out";
    if (options.access.allow_partial && !options.watch_list)
        return "a watch would tell what is missing for gone: leave --allow-partial out";
    if (named.page) return "--watch tells all that is new: leave --limit and --offset out";
    const bool tells = options.watch && !renderer_row(options.format).has(kOfChanges);
    return tells ? "--watch prints text, json, jsonl, paths or paths0" : "";
}

std::string export_contradiction(const QueryOptions& options, const NamedOptions& named) {
    std::string_view other = first_given({{named.format, "--format"},
                                          {named.tag, "--tag"},
                                          {options.batch.has_value(), "--batch"},
                                          {options.count, "--count"},
                                          {options.explain, "--explain"},
                                          {options.acronyms, "--acronyms"},
                                          {options.duplicates.has_value(), "--duplicates"},
                                          {!options.explain_hit.empty(), "--explain-hit"},
                                          {options.sample > 0, "--sample"},
                                          {options.offset > 0, "--offset"}});
    if (other.empty()) other = option_of_hits(options);
    if (other.empty()) return "";
    return "--export writes all articles whole, unranked: leave " + std::string(other) + " out";
}

}  // namespace

std::string find_contradiction(const QueryOptions& options, const NamedOptions& named) {
    if (options.help || options.help_fields || options.version) return "";
    if (!options.acknowledge && !options.watch) return "--no-ack is for --watch";
    if (options.asks_of_watches()) return watch_contradiction(options, named);
    if (options.exported) return export_contradiction(options, named);
    std::string trouble = sample_contradiction(options, named);
    if (!trouble.empty()) return trouble;
    if (!options.explain_hit.empty()) trouble = explained_contradiction(options, named);
    if (!trouble.empty()) return trouble;
    if (options.duplicates) return duplicates_contradiction(options, named);
    if (options.acronyms) return acronyms_contradiction(options, named);
    const bool article = !options.show.empty() || options.open > 0 || options.original;
    if (article) trouble = article_contradiction(options, named);
    if (trouble.empty() && options.batch) trouble = batch_contradiction(options, named);
    if (trouble.empty() && options.count) trouble = count_contradiction(options, named);
    if (!trouble.empty()) return trouble;
    const bool trec = options.format == OutputFormat::Trec;
    if (options.syntax && !options.batch)
        return "--syntax is for --batch: here operators work always";
    if (named.tag && !trec) return "--tag is for --format=trec";
    if (options.tag.empty() ||
        std::any_of(options.tag.begin(), options.tag.end(), is_ascii_space)) {
        return "--tag needs one word";
    }
    const bool by_day = options.sort != SortOrder::Relevance;
    if (trec && by_day) return "--format=trec is a run, ordered by score: leave --sort out";
    if (by_day && options.half_life > 0)
        return "--sort by date leaves relevance out: --recency has nothing to weigh";
    if (by_day && options.feedback > 0)
        return "--sort by date leaves relevance out: --feedback has no best articles to learn from";
    if (trec && options.offset > 0)
        return "--offset is not for --format=trec: a run begins at its first hit";
    const bool counts = !options.facets.empty() || options.timeline || options.terms;
    if (counts && (options.batch || options.count))
        return "--facet, --timeline and --terms are for the hits of one question: leave --batch "
               "and "
               "--count out";
    if (counts && !renderer_row(options.format).has(kOfAll))
        return "--facet, --timeline and --terms are for --format=text, json, markdown or html";
    if (options.explain && options.format != OutputFormat::Text)
        return "--explain is for --format=text";
    if (!options.like.empty() && (options.batch || !options.show.empty() || options.open > 0 ||
                                  options.count || named.words))
        return "--like finds by an article alone: leave words, --batch, --show, --open and --count "
               "out";
    const bool needs_words = !options.batch && options.show.empty() && options.like.empty();
    if (needs_words && trimmed(options.question).empty()) return "what shall be searched for?";
    return "";
}

}  // namespace sitrep
