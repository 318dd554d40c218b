#include "indexer/options.hpp"

#include "base/environment.hpp"
#include "base/number.hpp"
#include "base/strings.hpp"
#include "indexer/option_groups.hpp"
#include "indexer/root_set.hpp"
#include "indexer/source/glob.hpp"
#include "settings/completion.hpp"
#include "settings/config_text.hpp"
#include "settings/nearest_name.hpp"
#include "settings/settings.hpp"
#include "store/database_folder.hpp"

#include <algorithm>
#include <optional>
#include <sstream>
#include <thread>

namespace sitrep {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

constexpr const char* kSeeHelp = "see sitrep-index --help";

Error usage(std::string message, std::string hint = kSeeHelp) {
    return {ErrorCode::Usage, std::move(message), std::move(hint)};
}

/// `32M`, `500k`, `1G` or bytes; powers of 1024.
std::optional<std::uint64_t> parse_size(std::string_view text) {
    unsigned shift = 0;
    if (!text.empty() && is_ascii_alpha(text.back())) {
        switch (ascii_lower(text.back())) {
            case 'k':
                shift = 10;
                break;
            case 'm':
                shift = 20;
                break;
            case 'g':
                shift = 30;
                break;
            default:
                return std::nullopt;
        }
        text.remove_suffix(1);
    }
    const auto number = number_in<std::uint64_t>(text);
    constexpr std::uint64_t kMost = 1ULL << 33U;  // shifted by 30 it still fits
    if (!number || *number == 0 || *number > kMost) return std::nullopt;
    return *number << shift;
}

/// `20` or `20%`
std::optional<unsigned> parse_percent(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    const auto percent = number_in<unsigned>(text);
    return percent && *percent <= 100 ? percent : std::nullopt;
}

/// The one message for a value that is none of the choices.
template <class Value>
Result<Value> choose(const char* option, const std::string& given, const Choices<Value>& choices) {
    if (const Value* meaning = meaning_of(given, choices)) return *meaning;
    return usage("--" + std::string(option) + "=" + given +
                 " is not one of: " + join(words_of(choices), ", "));
}

Choices<SummaryForm> summary_forms() {
    return {{"text", SummaryForm::Text}, {"json", SummaryForm::Json}};
}

Choices<DumpKind> dump_kinds() {
    return {{"article", DumpKind::Article},
            {"blocks", DumpKind::Blocks},
            {"tokens", DumpKind::Tokens},
            {"document", DumpKind::Document}};
}

/// The words that an option's value may be; none where it may be anything.
Strings option_words(std::string_view option) {
    if (option == "summary") return words_of(summary_forms());
    if (option == "dump") return words_of(dump_kinds());
    if (option == "completion") return words_of(shell_names());
    return {};
}

std::string text_of(const po::variables_map& given, const char* name) {
    return given.count(name) != 0 ? given[name].as<std::string>() : std::string();
}

Strings texts_of(const po::variables_map& given, const char* name) {
    return given.count(name) != 0 ? given[name].as<Strings>() : Strings();
}

/// From `least` to a day.
Result<unsigned> seconds_of(const po::variables_map& given, const char* name, unsigned least) {
    const std::string text = text_of(given, name);
    const auto seconds = number_in<unsigned>(text);
    constexpr unsigned kMost = 86'400;
    if (seconds && *seconds >= least && *seconds <= kMost) return *seconds;
    return usage("--" + std::string(name) + "=" + text + " is not a number of seconds from " +
                 std::to_string(least) + " to " + std::to_string(kMost));
}

Result<void> read_filters(const po::variables_map& given, FilterSet& filters) {
    for (const std::string& option : texts_of(given, "filter")) {
        Result<Filter> filter = Filter::parse(option);
        if (!filter) return filter.error();
        filters.filters.push_back(*std::move(filter));
    }
    if (given.count("filter-timeout") == 0) return {};
    const Result<unsigned> seconds = seconds_of(given, "filter-timeout", 1);
    if (!seconds) return seconds.error();
    filters.time = std::chrono::seconds(*seconds);
    return {};
}

Result<unsigned> shard_count(const po::variables_map& given, const char* name) {
    const std::string text = text_of(given, name);
    const auto count = number_in<unsigned>(text);
    if (count && *count >= 1 && *count <= kMostShards) return *count;
    return usage("--" + std::string(name) + "=" + text + " is not a number from 1 to " +
                 std::to_string(kMostShards));
}

Result<void> read_shards(const po::variables_map& given, IndexOptions& options) {
    for (const char* name : {"shards", "reshard"}) {
        if (given.count(name) == 0) continue;
        const Result<unsigned> count = shard_count(given, name);
        if (!count) return count.error();
        options.shards = {0, *count};
    }
    if (given.count("reshard") != 0) options.task = Task::Reshard;
    if (given.count("shard") != 0) {
        const std::string text = text_of(given, "shard");
        const std::optional<ShardPlace> place = parse_shard_place(text);
        if (!place)
            return usage("--shard=" + text + " is not K/N: shard K, from 1, of N, from 2 to " +
                         std::to_string(kMostShards));
        options.shards = *place;
    }
    const auto ways = given.count("shards") + given.count("shard") + given.count("reshard");
    if (ways > 1) return usage("--shards, --shard and --reshard do not go together");
    if (options.task == Task::Reshard &&
        (!options.paths.empty() || !options.files_from.empty() || !options.forget.empty()))
        return usage("--reshard looks at the database, and at no files");
    return {};
}

/// At most one of them, alone with what says where and how.
Result<void> read_task(const po::variables_map& given, IndexOptions& options) {
    const Choices<Task> tasks{{"dry-run", Task::DryRun},  {"list-failed", Task::ListFailed},
                              {"rebuild", Task::Rebuild}, {"compact", Task::Compact},
                              {"verify", Task::Verify},   {"digest", Task::Digest},
                              {"stats", Task::Stats}};
    for (const auto& [name, task] : tasks) {
        if (!given[std::string(name)].as<bool>()) continue;
        const bool alone =
            options.task == Task::Index && options.forget.empty() && options.dump == DumpKind::None;
        if (!alone) return usage("--" + std::string(name) + " is for a run of its own");
        options.task = task;
        const bool names_files = !options.paths.empty() || !options.files_from.empty();
        if (names_files && task != Task::Rebuild && task != Task::DryRun)
            return usage("--" + std::string(name) + " looks at the database, and at no files");
    }
    return {};
}

/// A size option's value, where it was given.
Result<void> read_size(const po::variables_map& given, const char* name, std::uint64_t& size) {
    if (given.count(name) == 0) return {};
    const std::optional<std::uint64_t> parsed = parse_size(text_of(given, name));
    if (!parsed) {
        return usage("--" + std::string(name) + "=" + text_of(given, name) +
                     " is not a size such as 500k, 32M or 1G");
    }
    size = *parsed;
    return {};
}

Result<void> read_resources(const po::variables_map& given, IndexOptions& options) {
    constexpr unsigned kMostJobs = 256;
    constexpr std::uint64_t kLeastMemory = 128U << 20U;
    if (given.count("jobs") != 0) {
        const std::string text = text_of(given, "jobs");
        const auto jobs = number_in<unsigned>(text);
        if (!jobs || *jobs == 0 || *jobs > kMostJobs)
            return usage("--jobs=" + text + " is not a number from 1 to 256");
        options.jobs = *jobs;
    }
    if (Result<void> read = read_size(given, "memory", options.memory); !read) return read;
    if (options.memory < kLeastMemory) return usage("--memory needs 128M at least");
    return {};
}

Result<void> read_automation(const po::variables_map& given, IndexOptions& options) {
    options.log = text_of(given, "log");
    if (given.count("log") != 0 && options.log.empty())
        return usage("--log needs the name of a file");
    if (given.count("on-change") != 0) {
        Result<ChangeCommand> command = ChangeCommand::parse(text_of(given, "on-change"));
        if (!command) return command.error();
        options.on_change = *std::move(command);
    }
    if (given.count("on-change-timeout") == 0) return {};
    const Result<unsigned> seconds = seconds_of(given, "on-change-timeout", 1);
    if (!seconds) return seconds.error();
    options.on_change_time = std::chrono::seconds(*seconds);
    return {};
}

Result<IndexOptions> checked(const po::variables_map& given) {
    IndexOptions options;
    options.database = text_of(given, "db");
    options.paths = texts_of(given, "path");
    options.include = texts_of(given, "include");
    options.exclude = texts_of(given, "exclude");
    options.forget = texts_of(given, "forget");
    for (const char* option : {"include", "exclude"}) {
        for (const std::string& pattern : texts_of(given, option)) {
            if (!Glob::of_pattern(pattern))
                return usage("--" + std::string(option) + " needs a pattern such as '*.txt'");
        }
    }
    options.files_from = text_of(given, "files-from");
    options.null_separated = given["null"].as<bool>();
    options.help = given["help"].as<bool>();
    options.version = given["version"].as<bool>();
    if (given["verbose"].as<bool>()) options.verbosity = Verbosity::Verbose;
    if (given["quiet"].as<bool>()) options.verbosity = Verbosity::Quiet;
    if (given["quiet"].as<bool>() && given["verbose"].as<bool>())
        return usage("--quiet and --verbose exclude one another");
    if (given.count("db") != 0 && options.database.empty())
        return usage("--db needs the name of a folder");
    if (options.null_separated && options.files_from.empty())
        return usage("--null is for --files-from");
    if (Result<void> size = read_size(given, "max-file-size", options.max_file_bytes); !size)
        return size.error();
    if (Result<void> resources = read_resources(given, options); !resources)
        return resources.error();
    if (Result<void> filters = read_filters(given, options.filters); !filters)
        return filters.error();
    options.root_id = text_of(given, "root-id");
    if (given.count("root-id") != 0) {
        if (!is_root_id(options.root_id))
            return usage("--root-id=" + options.root_id +
                         " is not up to 64 letters, digits, dots, dashes and underscores");
        if (options.paths.size() != 1 || !options.files_from.empty())
            return usage("--root-id names one folder: give just that one");
    }
    if (Result<void> automation = read_automation(given, options); !automation)
        return automation.error();
    if (given.count("max-delete") != 0) {
        const std::optional<unsigned> percent = parse_percent(text_of(given, "max-delete"));
        if (!percent)
            return usage("--max-delete=" + text_of(given, "max-delete") +
                         " is not a percentage from 0 to 100");
        options.removals.percent = *percent;
    }
    options.removals.forced = given["force-delete"].as<bool>();
    options.retry_failed = given["retry-failed"].as<bool>();
    options.learns = !given["no-learned-boilerplate"].as<bool>();
    if (given.count("summary") != 0) {
        const auto form = choose("summary", text_of(given, "summary"), summary_forms());
        if (!form) return form.error();
        options.summary = *form;
    }
    if (given.count("dump") != 0) {
        const auto kind = choose("dump", text_of(given, "dump"), dump_kinds());
        if (!kind) return kind.error();
        options.dump = *kind;
        if (options.paths.empty() && options.files_from.empty())
            return usage("--dump needs files to look at");
    }
    if (given.count("commit-interval") != 0) {
        const Result<unsigned> seconds = seconds_of(given, "commit-interval", 1);
        if (!seconds) return seconds.error();
        options.commit_seconds = *seconds;
    }
    if (given.count("wait") != 0) {
        const Result<unsigned> seconds = seconds_of(given, "wait", 0);
        if (!seconds) return seconds.error();
        options.wait_seconds = *seconds;
    }
    if (Result<void> shards = read_shards(given, options); !shards) return shards.error();
    if (Result<void> task = read_task(given, options); !task) return task.error();
    return options;
}

/// A list of files is of runs. How much is said is one setting: what the command line says of it
/// holds alone. The environment comes before the file, as everywhere.
void give_way(Settings& settings) {
    for (const char* task :
         {"compact", "digest", "dump", "list-failed", "reshard", "stats", "verify"}) {
        if (settings.command_line.count(task) == 0) continue;
        settings.drop("files-from");  // of runs; these look at the database, or at what is named
        settings.drop("null");
    }
    if (!environment("SITREP_DB").empty()) settings.drop("db");
    if (settings.command_line.count("verbose") != 0) settings.drop("quiet");
    if (settings.command_line.count("quiet") != 0) settings.drop("verbose");
}

Fallback default_database_setting() {
    const bool is_set = !environment("SITREP_DB").empty();
    return {default_database(), is_set ? "environment: SITREP_DB" : "default"};
}

/// The answer to --completion, which looks at nothing else.
Result<IndexOptions> completion(const Tool& tool, const po::variables_map& given) {
    const auto shell = choose("completion", text_of(given, "completion"), shell_names());
    if (!shell) return shell.error();
    IndexOptions options;
    options.completion = completion_script(*shell, {tool, option_words, true});
    return options;
}

}  // namespace

unsigned IndexOptions::threads() const {
    return jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

Result<IndexOptions> parse_options(const std::vector<std::string>& arguments,
                                   const ConfigLoader& load) {
    po::options_description all;
    for (const auto& group : option_groups()) all.add(group);
    const Tool tool{"sitrep-index", "index", all, is_settable};
    try {
        Result<Settings> settings = read_settings(tool, arguments, "path", load);
        if (!settings) return settings.error();
        if (settings->values.count("completion") != 0) return completion(tool, settings->values);
        give_way(*settings);
        Result<IndexOptions> options = checked(settings->values);
        if (!options) return settings->placed(options.error());
        if (settings->values["print-config"].as<bool>())
            options->printed_config =
                config_text(tool, *settings, {{"db", default_database_setting()}});
        return options;
    } catch (const po::unknown_option& failure) {
        const std::string near = option_suggestion(failure.get_option_name(), all);
        return usage("there is no option " + failure.get_option_name(),
                     near.empty() ? kSeeHelp : near);
    } catch (const po::error& failure) {
        return usage(failure.what());
    }
}

std::string help_text() {
    std::ostringstream out;
    out << "usage: sitrep-index [options] [PATH...]\n"
           "Index saved articles, files or whole folders, for sitrep-query. A second run does "
           "only\n"
           "what changed; without PATH, every folder indexed before is looked at again.\n";
    for (const auto& group : option_groups()) out << '\n' << group;
    out << "\nReads .txt .md .html .htm .json .jsonl .ndjson .rss .atom .xml .pdf .eml .mbox "
           ".mhtml\n"
           ".warc .zip .tar, also packed by gzip, zstd, xz or bzip2; others by --filter, and "
           "again\n"
           "when its command changes.\n"
           "Exit: 0 done, 1 some files could not be used, 2 bad command line, 3 database, 4 input "
           "or\n"
           "output, 75 another indexer is at work. More: man sitrep-index\n";
    return out.str();
}

}  // namespace sitrep
