#include "indexer/option_groups.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sitrep {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

po::options_description what_group() {
    po::options_description group("What to index");
    group.add_options()("db", po::value<std::string>()->value_name("DB"),
                        "the database (default: $SITREP_DB, else $XDG_DATA_HOME/sitrep/default)")(
        "include", po::value<Strings>()->value_name("GLOB")->composing(),
        "only files that match; may be given again")(
        "exclude", po::value<Strings>()->value_name("GLOB")->composing(),
        "leave files and folders that match alone; may be given again")(
        "files-from", po::value<std::string>()->value_name("FILE"),
        "read paths from FILE, a line each; - for standard input")(
        "null,0", po::bool_switch(), "paths in --files-from end in NUL instead of a newline")(
        "root-id", po::value<std::string>()->value_name("ID"),
        "name the root that PATH is by an id of yours, so that the folder can move")(
        "forget", po::value<Strings>()->value_name("ROOT")->composing(),
        "drop a root and its articles from the database")(
        "filter", po::value<Strings>()->value_name("ENDINGS=COMMAND")->composing(),
        "read files with these endings by a program that makes text or HTML of them; may be given "
        "again")("filter-timeout", po::value<std::string>()->value_name("SECONDS"),
                 "for one file (default: 30)")("max-file-size",
                                               po::value<std::string>()->value_name("SIZE"),
                                               "refuse larger articles, unpacked (default: 32M)")(
        "no-learned-boilerplate", po::bool_switch(),
        "keep lines that many articles of one outlet or folder share");
    return group;
}

po::options_description resources_group() {
    po::options_description group("What it may use");
    group.add_options()("jobs,j", po::value<std::string>()->value_name("N"),
                        "threads that read and analyse (default: one for each core)")(
        "memory", po::value<std::string>()->value_name("SIZE"),
        "for everything, whatever the folder holds (default: 512M)");
    return group;
}

/// What a run may remove, and what it does with what failed.
po::options_description changes_group() {
    po::options_description group("What changed");
    group.add_options()("max-delete", po::value<std::string>()->value_name("PERCENT"),
                        "of a root's articles that a run may remove; ten may always go (default: "
                        "20)")("force-delete", po::bool_switch(),
                               "remove what is gone, however much of a root that is")(
        "dry-run,n", po::bool_switch(),
        "print what would be added, changed, moved and removed, and why, and change nothing")(
        "retry-failed", po::bool_switch(),
        "read files again that failed, though they did not change")(
        "list-failed", po::bool_switch(),
        "print the files that failed or are stale and why, and index nothing");
    return group;
}

/// The database as a whole.
po::options_description database_group() {
    po::options_description group("The database");
    group.add_options()("rebuild", po::bool_switch(),
                        "make the database anew from its files, beside the old one, and swap")(
        "compact", po::bool_switch(), "copy the database into as few bytes as it takes")(
        "wait", po::value<std::string>()->value_name("SECONDS"),
        "for another sitrep-index to end (default: 0)")(
        "verify", po::bool_switch(),
        "check that every table, article and file of the database is whole")(
        "digest", po::bool_switch(),
        "print what the database says as a number: equal for equal contents")(
        "stats", po::bool_switch(), "print what the database holds, counted")(
        "commit-interval", po::value<std::string>()->value_name("SECONDS"),
        "make what is done safe that often (default: 30)")(
        "shards", po::value<std::string>()->value_name("N"),
        "make the database as a set of N, written in parallel and searched as one")(
        "shard", po::value<std::string>()->value_name("K/N"),
        "make shard K of such a set alone, as on one machine of several")(
        "reshard", po::value<std::string>()->value_name("N"),
        "divide the articles of the database anew, into N shards, beside it, and swap");
    return group;
}

/// Runs that nobody watches.
po::options_description automation_group() {
    po::options_description group("Unattended runs");
    group.add_options()("log", po::value<std::string>()->value_name("FILE"),
                        "append there what stderr gets, each line with its time and process; "
                        "beyond 1 MiB it becomes FILE.1")(
        "on-change", po::value<std::string>()->value_name("COMMAND"),
        "run this after a run that changed something; $SITREP_ADDED, $SITREP_DB and others tell it "
        "what")("on-change-timeout", po::value<std::string>()->value_name("SECONDS"),
                "for that command (default: 600)")(
        "config", po::value<std::string>()->value_name("FILE"),
        "settings for options not given here (default: $SITREP_CONFIG, else, where it is there, "
        "$XDG_CONFIG_HOME/sitrep/config)")(
        "print-config", po::bool_switch(),
        "print the settings in effect, and where each comes from, as a file of settings")(
        "completion", po::value<std::string>()->value_name("SHELL"),
        "print the script that completes this tool's options in bash, zsh or fish");
    return group;
}

po::options_description output_group() {
    po::options_description group("What to print");
    group.add_options()("summary", po::value<std::string>()->value_name("FORM"),
                        "the last line as text or json (default: text)")(
        "dump", po::value<std::string>()->value_name("WHAT"),
        "print the article, blocks, tokens or document of each file, and index nothing")(
        "verbose,v", po::bool_switch(), "also name what was skipped, removed, or failed before")(
        "quiet,q", po::bool_switch(), "print errors only")(
        "help,h", po::bool_switch(), "show this help")("version,V", po::bool_switch(),
                                                       "show the version");
    return group;
}

}  // namespace

std::vector<po::options_description> option_groups() {
    std::vector<po::options_description> groups;
    for (const auto& group : {what_group(), resources_group(), changes_group(), database_group(),
                              automation_group(), output_group()}) {
        if (!group.options().empty()) groups.push_back(group);
    }
    return groups;
}

std::span<const std::string_view> options_of_one_run() {
    static constexpr auto kOptions = std::to_array<std::string_view>(
        {"compact",      "completion",   "config",  "digest",       "dry-run",
         "dump",         "force-delete", "forget",  "help",         "list-failed",
         "print-config", "rebuild",      "reshard", "retry-failed", "root-id",
         "shard",        "shards",       "stats",   "verify",       "version"});
    return kOptions;
}

bool is_settable(std::string_view name) {
    const auto once = options_of_one_run();
    return std::find(once.begin(), once.end(), name) == once.end();
}

bool stands_once(std::string_view name) {
    constexpr std::array<std::string_view, 5> kNames = {"files-from", "reshard", "root-id", "shard",
                                                        "shards"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace sitrep
