#include "query/option_groups.hpp"

#include <algorithm>
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
                        "the database (default: $SITREP_DB, else $XDG_DATA_HOME/sitrep/default); "
                        "given again: several, as if they were one")(
        "batch", text_value("FILE"),
        "answer the questions of FILE, lines of ID<TAB>WORDS; - for standard input")(
        "syntax", po::bool_switch(), "a batch's questions may hold operators, fields and quotes")(
        "strict", po::bool_switch(), "refuse a question that must be put right to be read")(
        "define", po::value<std::vector<std::string>>()->composing()->value_name("NAME=WORDS"),
        "a question that @NAME stands for in others; may be given again")(
        "like", text_value("ID"), "find articles like the one of this id or path")(
        "no-expand", po::bool_switch(),
        "look for the words asked for only, not for their acronyms, long forms, other spellings")(
        "vocabulary", text_value("FILE"),
        "further wordings (default: $XDG_CONFIG_HOME/sitrep/vocabulary.tsv, where there is one)");
    return group;
}

po::options_description ranking_group() {
    po::options_description group("How to rank");
    group.add_options()("sort", text_value("ORDER"),
                        "by relevance or by date, newest first (default: relevance)")(
        "feedback", text_value("N")->implicit_value(std::string(implicit_value("feedback"))),
        "ask also for words that the N best articles share (default: 0; --feedback alone: 25)")(
        "recency", text_value("TIME"),
        "newer articles first: what an article gains halves with each TIME (180d, 6m) of its age")(
        "weights", text_value("FIELD=N,..."),
        "what a match in a field adds to a word's weight, as in title=0.3,section=0");
    return group;
}

po::options_description settings_group() {
    po::options_description group("Settings");
    group.add_options()("config", text_value("FILE"),
                        "settings for options not given here (default: $SITREP_CONFIG, else "
                        "$XDG_CONFIG_HOME/sitrep/config, where there is one)")(
        "print-config", po::bool_switch(),
        "print the settings in effect, and where each comes from, as a file of settings");
    return group;
}

po::options_description output_group() {
    po::options_description group("What to print");
    group.add_options()(
        "format", text_value("FORM"),
        "text, json, jsonl, csv, tsv, paths, paths0, markdown, html, bibtex, csl-json or trec "
        "(default: text; trec in a batch)")("count", po::bool_switch(),
                                            "print how many articles match, nothing else")(
        "limit", text_value("N"), "at most N hits (default: 10)")("offset", text_value("N"),
                                                                  "leave out the first N hits")(
        "no-collapse", po::bool_switch(), "show each copy of an article as a hit of its own")(
        "duplicates", text_value("ID"), "show the article with that id or path and all its copies")(
        "facet", text_value("LIST"),
        "count all hits by outlet, section, author, year or designator; commas between")(
        "timeline", text_value("PERIOD"), "count all hits by day, week, month or year")(
        "terms", po::bool_switch(), "show the words that set the hits apart from other articles")(
        "show", text_value("ID"), "print the article of this id or path, WORDS marked")(
        "open", text_value("N"), "print the N-th hit whole")("original", po::bool_switch(),
                                                             "with --open: open the file itself")(
        "no-pager", po::bool_switch(), "never show long answers through $PAGER")(
        "explain", po::bool_switch(), "show first how the question was read")(
        "acronyms", po::bool_switch(),
        "list what the acronym or long form WORDS means in the articles; all without WORDS")(
        "tag", text_value("NAME"), "the name of a TREC run (default: sitrep)")(
        "colour", text_value("WHEN"), "auto, always or never; --color is the same (default: auto)")(
        "help-fields", po::bool_switch(), "show the fields that can be searched")(
        "help,h", po::bool_switch(), "show this help")("version,V", po::bool_switch(),
                                                       "show the version");
    return group;
}

}  // namespace

std::vector<po::options_description> option_groups() {
    return {what_group(), ranking_group(), output_group(), settings_group()};
}

std::string_view implicit_value(std::string_view name) { return name == "feedback" ? "25" : ""; }

bool is_settable(std::string_view name) {
    constexpr std::array<std::string_view, 14> kOnce = {
        "acronyms", "batch",  "config", "count",    "duplicates",   "help", "help-fields",
        "like",     "offset", "open",   "original", "print-config", "show", "version"};
    return std::find(kOnce.begin(), kOnce.end(), name) == kOnce.end();
}

}  // namespace sitrep
