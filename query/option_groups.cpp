#include "query/option_groups.hpp"

#include "base/strings.hpp"

#include <array>

namespace sitrep {
namespace {

namespace po = boost::program_options;

po::typed_value<std::string>* text_value(const char* name) {
    return po::value<std::string>()->value_name(name);
}

po::options_description what_group() {
    po::options_description group("What to search");
    group.add_options()("db", po::value<std::vector<std::string>>()->composing()->value_name("DB"),
                        "the database (default: $SITREP_DB, else your own); again: several as one")(
        "batch", text_value("FILE"), "answer the questions of FILE, lines of ID<TAB>WORDS")(
        "like", text_value("ID"), "find articles like this id or path; - reads one")(
        "no-expand", po::bool_switch(), "no other wordings: acronyms, long forms, spellings");
    return group;
}

po::options_description ranking_group() {
    po::options_description group("How to rank");
    group.add_options()("sort", text_value("ORDER"), "by relevance, date (newest first) or oldest")(
        "feedback", text_value("N")->implicit_value(std::string(implicit_value("feedback"))),
        "add words that the N best articles share (default: 0)")(
        "recency", text_value("TIME"), "lift newer articles; the lift halves each TIME (6m)")(
        "weights", text_value("FIELD=N,..."), "how much fields count, as in title=0.3,section=0");
    return group;
}

po::options_description watch_group() {
    po::options_description group("Watches");
    group.add_options()("watch-add", text_value("NAME"), "watch the question WORDS by this name")(
        "watch", po::bool_switch(),
        "tell what is new, changed or gone, of all watches or those named by WORDS")(
        "watch-list", po::bool_switch(), "list names, questions, how many articles match")(
        "watch-remove", text_value("NAME"), "end that watch");
    return group;
}

/// Left out of --help.
po::options_description rare_group() {
    po::options_description group;
    group.add_options()("vocabulary", text_value("FILE"), "a table of further wordings")(
        "syntax", po::bool_switch(), "a batch's questions may hold operators, fields, quotes")(
        "strict", po::bool_switch(), "refuse a question that must be put right to be read")(
        "define", po::value<std::vector<std::string>>()->composing()->value_name("NAME=WORDS"),
        "what @NAME stands for in questions; may be given again")(
        "seed", text_value("NUMBER"), "the same number draws the same sample again")(
        "tag", text_value("NAME"), "the name of a TREC run (default: sitrep)")(
        "original", po::bool_switch(), "with --open: open the file itself")(
        "no-pager", po::bool_switch(), "never show long answers through $PAGER")(
        "explain-hit", text_value("ID"), "say why that article ranks where it does")(
        "define-db", po::value<std::vector<std::string>>()->composing()->value_name("NAME=DB,..."),
        "the databases that --db @NAME stands for; may be given again")(
        "timeout", text_value("SECONDS"), "wait so long for a server's answer (default: 5)")(
        "allow-partial", po::bool_switch(), "answer without databases that fail: exit code 6")(
        "no-ack", po::bool_switch(), "with --watch: tell it again the next time")(
        "print-config", po::bool_switch(),
        "print the settings in effect and where each comes from")(
        "completion", text_value("SHELL"), "print what completes options in bash, zsh or fish");
    return group;
}

po::options_description settings_group() {
    po::options_description group("Settings");
    group.add_options()("config", text_value("FILE"), "settings for options not given here");
    return group;
}

po::options_description output_group() {
    po::options_description group("What to print");
    group.add_options()(
        "format", text_value("FORM"),
        "text, json, jsonl, csv, tsv, paths, paths0, markdown, html, bibtex, csl-json or trec "
        "(default: text; trec in a batch)")("count", po::bool_switch(),
                                            "print how many articles match, nothing else")(
        "limit", text_value("N"), "at most N hits (default: 10)")(
        "offset", text_value("N"), "leave out the first N hits")("sample", text_value("N"),
                                                                 "N hits drawn at random from all")(
        "no-collapse", po::bool_switch(), "show each copy of an article as a hit of its own")(
        "duplicates", text_value("ID"), "show the article of this id or path and all its copies")(
        "facet", text_value("LIST"), "count hits by outlet, section, author, year, designator")(
        "timeline", text_value("PERIOD"), "count all hits by day, week, month or year")(
        "terms", po::bool_switch(), "show the words that set the hits apart from the rest")(
        "show", text_value("ID"), "print the article of this id or path, WORDS marked")(
        "open", text_value("N"), "print the N-th hit whole")(
        "export", text_value("FORM"),
        "write all articles that match, or all, whole: jsonl or opensearch")(
        "explain", po::bool_switch(), "show first how the question was read")(
        "acronyms", po::bool_switch(), "list what the acronym or long form WORDS means")(
        "colour", text_value("WHEN"), "auto, always or never; also --color (default: auto)")(
        "help-fields", po::bool_switch(), "show the fields that can be searched")(
        "help,h", po::bool_switch(), "show this help")("version,V", po::bool_switch(),
                                                       "show the version");
    return group;
}

}  // namespace

std::vector<po::options_description> option_groups() {
    return {what_group(), ranking_group(), output_group(), watch_group(), settings_group()};
}

po::options_description all_options() {
    po::options_description all;
    for (const po::options_description& group : option_groups()) all.add(group);
    return all.add(rare_group());
}

std::string_view implicit_value(std::string_view name) { return name == "feedback" ? "25" : ""; }

bool is_settable(std::string_view name) {
    constexpr std::array<std::string_view, 24> kOnce = {
        "acronyms",    "batch",   "completion", "config",       "count",      "duplicates",
        "explain-hit", "export",  "help",       "help-fields",  "like",       "no-ack",
        "offset",      "open",    "original",   "print-config", "sample",     "seed",
        "show",        "version", "watch",      "watch-add",    "watch-list", "watch-remove"};
    return !is_one_of(name, kOnce);
}

bool stands_once(std::string_view name) {
    constexpr std::array<std::string_view, 7> kNames = {
        "batch", "duplicates", "explain-hit", "like", "show", "watch-add", "watch-remove"};
    return is_one_of(name, kNames);
}

}  // namespace sitrep
