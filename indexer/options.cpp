#include "indexer/options.hpp"

#include "base/environment.hpp"
#include "base/number.hpp"
#include "base/strings.hpp"
#include "indexer/foreign_options.hpp"
#include "indexer/option_groups.hpp"
#include "indexer/root_set.hpp"
#include "indexer/source/glob.hpp"
#include "settings/completion.hpp"
#include "settings/config_text.hpp"
#include "settings/option_reader.hpp"
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

constexpr const char* kTool = "sitrep-index";

/// `20` or `20%`
std::optional<unsigned> parse_percent(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    const auto percent = number_in<unsigned>(text);
    return percent && *percent <= 100 ? percent : std::nullopt;
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

void read_filters(OptionReader& reader, FilterSet& filters) {
    for (const std::string& option : reader.texts("filter")) {
        Result<Filter> filter = Filter::parse(option);
        if (!filter) return reader.refuse(filter.error());
        filters.filters.push_back(*std::move(filter));
    }
    reader.seconds("filter-timeout", filters.time, 1);
}

void read_shards(OptionReader& reader, IndexOptions& options) {
    reader.number("shards", options.shards.count, 1U, kMostShards);
    reader.number("reshard", options.shards.count, 1U, kMostShards);
    if (reader.has("reshard")) options.task = Task::Reshard;
    if (reader.has("shard")) {
        const std::optional<ShardPlace> place = parse_shard_place(reader.text("shard"));
        if (!place)
            return reader.refuse_value("shard", "not K/N: shard K, from 1, of N, from 2 to " +
                                                    std::to_string(kMostShards));
        options.shards = *place;
    }
    const int ways = reader.has("shards") + reader.has("shard") + reader.has("reshard");
    if (ways > 1) reader.refuse("--shards, --shard and --reshard do not go together");
    if (options.task == Task::Reshard &&
        (!options.paths.empty() || !options.files_from.empty() || !options.forget.empty()))
        reader.refuse("--reshard looks at the database, and at no files");
}

/// At most one of them, alone with what says where and how.
void read_task(OptionReader& reader, IndexOptions& options) {
    const Choices<Task> tasks{{"dry-run", Task::DryRun},  {"list-failed", Task::ListFailed},
                              {"rebuild", Task::Rebuild}, {"compact", Task::Compact},
                              {"verify", Task::Verify},   {"digest", Task::Digest},
                              {"stats", Task::Stats}};
    const bool names_files = !options.paths.empty() || !options.files_from.empty();
    for (const auto& [name, task] : tasks) {
        if (!reader.flag(name.data())) continue;
        const std::string option = "--" + std::string(name);
        const bool alone =
            options.task == Task::Index && options.forget.empty() && options.dump == DumpKind::None;
        if (!alone) reader.refuse(option + " is for a run of its own");
        options.task = task;
        if (names_files && task != Task::Rebuild && task != Task::DryRun)
            reader.refuse(option + " looks at the database, and at no files");
    }
}

void read_resources(OptionReader& reader, IndexOptions& options) {
    constexpr unsigned kMostJobs = 256;
    constexpr std::uint64_t kLeastMemory = 128U << 20U;
    reader.number("jobs", options.jobs, 1U, kMostJobs);
    reader.size("memory", options.memory);
    if (options.memory < kLeastMemory) reader.refuse("--memory needs 128M at least");
}

void read_automation(OptionReader& reader, IndexOptions& options) {
    options.log = reader.text("log");
    if (reader.has("log") && options.log.empty()) reader.refuse("--log needs the name of a file");
    if (reader.has("on-change"))
        reader.take(ChangeCommand::parse(reader.text("on-change")), options.on_change);
    reader.seconds("on-change-timeout", options.on_change_time, 1);
}

/// Which files, and how they are found again.
void read_files(OptionReader& reader, IndexOptions& options) {
    options.paths = reader.texts("path");
    options.include = reader.texts("include");
    options.exclude = reader.texts("exclude");
    options.forget = reader.texts("forget");
    for (const char* option : {"include", "exclude"}) {
        for (const std::string& pattern : reader.texts(option)) {
            if (!Glob::of_pattern(pattern))
                reader.refuse("--" + std::string(option) + " needs a pattern such as '*.txt'");
        }
    }
    options.files_from = reader.text("files-from");
    options.null_separated = reader.flag("null");
    if (options.null_separated && options.files_from.empty())
        reader.refuse("--null is for --files-from");
    reader.size("max-file-size", options.max_file_bytes);
    options.root_id = reader.text("root-id");
    if (!reader.has("root-id")) return;
    if (!is_root_id(options.root_id))
        reader.refuse_value("root-id",
                            "not up to 64 letters, digits, dots, dashes and underscores");
    if (options.paths.size() != 1 || !options.files_from.empty())
        reader.refuse("--root-id names one folder: give just that one");
}

void read_removals(OptionReader& reader, RemovalRules& removals) {
    removals.forced = reader.flag("force-delete");
    if (!reader.has("max-delete")) return;
    if (const auto percent = parse_percent(reader.text("max-delete"))) {
        removals.percent = *percent;
    } else {
        reader.refuse_value("max-delete", "not a percentage from 0 to 100");
    }
}

/// What the run says, and where.
void read_output(OptionReader& reader, IndexOptions& options) {
    options.help = reader.flag("help");
    options.version = reader.flag("version");
    if (reader.flag("verbose")) options.verbosity = Verbosity::Verbose;
    if (reader.flag("quiet")) options.verbosity = Verbosity::Quiet;
    if (reader.flag("quiet") && reader.flag("verbose"))
        reader.refuse("--quiet and --verbose exclude one another");
    reader.choice("summary", options.summary, summary_forms());
    reader.choice("dump", options.dump, dump_kinds());
    if (reader.has("dump") && options.paths.empty() && options.files_from.empty())
        reader.refuse("--dump needs files to look at");
}

Result<IndexOptions> checked(const po::variables_map& given) {
    OptionReader reader(given, kTool, foreign_options());
    IndexOptions options;
    options.database = reader.text("db");
    if (reader.has("db") && options.database.empty())
        reader.refuse("--db needs the name of a folder");
    read_files(reader, options);
    read_output(reader, options);
    read_resources(reader, options);
    read_filters(reader, options.filters);
    read_automation(reader, options);
    read_removals(reader, options.removals);
    options.retry_failed = reader.flag("retry-failed");
    options.learns = !reader.flag("no-learned-boilerplate");
    reader.seconds("commit-interval", options.commit_age, 1);
    reader.seconds("wait", options.wait, 0);
    read_shards(reader, options);
    read_task(reader, options);
    if (reader.trouble()) return *reader.trouble();
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

/// Finds the programs that the run may start. One that only looks at the database starts none, and
/// what the settings name need not be there for it.
Result<void> locate_programs(IndexOptions& options) {
    const bool indexes = options.task == Task::Index || options.task == Task::Rebuild;
    if (!indexes || options.help || options.version) return {};
    for (Filter& filter : options.filters.filters) {
        if (Result<void> found = filter.locate(); !found) return found;
    }
    const bool may_tell = options.on_change && options.dump == DumpKind::None;
    return may_tell ? options.on_change->locate() : Result<void>();
}

/// The answer to --completion, which looks at nothing else.
Result<IndexOptions> completion(const Tool& tool, const po::variables_map& given) {
    OptionReader reader(given, kTool);
    Shell shell = Shell::Bash;
    reader.choice("completion", shell, shell_names());
    if (reader.trouble()) return *reader.trouble();
    IndexOptions options;
    options.completion = completion_script(shell, {tool, option_words, true});
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
    const Tool tool{kTool, "index", all, is_settable, stands_once, foreign_options()};
    Result<Settings> settings = read_settings(tool, arguments, "path", load);
    if (!settings) return settings.error();
    if (settings->values.count("completion") != 0) return completion(tool, settings->values);
    give_way(*settings);
    Result<IndexOptions> options = checked(settings->values);
    if (!options) return settings->placed(options.error());
    options->config_warning = settings->file.warning;
    if (settings->values["print-config"].as<bool>()) {
        options->printed_config =
            config_text(tool, *settings, {{"db", default_database_setting()}});
        return options;
    }
    if (Result<void> found = locate_programs(*options); !found)
        return settings->placed(found.error());
    return options;
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
           "output, 5 --on-change failed, 75 another indexer is at work, 130 or 143 interrupted.\n"
           "More: man sitrep-index\n";
    return out.str();
}

}  // namespace sitrep
