#include "base/standard_streams.hpp"
#include "base/strings.hpp"
#include "base/version.hpp"
#include "indexer/compact_command.hpp"
#include "indexer/dry_run.hpp"
#include "indexer/dump_command.hpp"
#include "indexer/exit_status.hpp"
#include "indexer/failed_list.hpp"
#include "indexer/index_command.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/options.hpp"
#include "indexer/rebuild_command.hpp"
#include "indexer/reshard_command.hpp"
#include "indexer/run_log.hpp"
#include "indexer/stats_command.hpp"
#include "indexer/verify_command.hpp"
#include "store/database_folder.hpp"
#include "store/database_name.hpp"
#include "store/last_words.hpp"

#include <new>
#include <string>
#include <vector>

namespace {

using namespace sitrep;

void tell_termination(const Error& error) {
    Diagnostics(Verbosity::Quiet)
        .error({error.code, error.message, "what was committed is kept; run again to go on"});
}

int run_task(IndexOptions options, Diagnostics& diagnostics) {
    if (options.database.empty()) options.database = default_database();
    if (options.database != default_database()) diagnostics.names_database(options.database);
    if (is_remote_name(options.database)) {
        return diagnostics.error({ErrorCode::Usage, options.database +
                                                        " is on another machine: run sitrep-index "
                                                        "there, on the folder of the database"});
    }
    tell_when_terminated(options.database, tell_termination);
    switch (options.task) {
        case Task::DryRun:
            return run_dry(options, diagnostics);
        case Task::ListFailed:
            return list_failed(options, diagnostics);
        case Task::Rebuild:
            return run_rebuild(options, diagnostics);
        case Task::Reshard:
            return run_reshard(options, diagnostics);
        case Task::Compact:
            return run_compact(options, diagnostics);
        case Task::Verify:
            return run_verify(options, diagnostics);
        case Task::Digest:
            return run_digest(options, diagnostics);
        case Task::Stats:
            return run_stats(options, diagnostics);
        case Task::Index:
            break;
    }
    return run_index(options, diagnostics);
}

/// A log that cannot be written is told and shows in the exit code; the run is done all the same.
int run_logged(const IndexOptions& options, const std::vector<std::string>& arguments,
               Diagnostics& diagnostics) {
    RunLog log;
    ExitStatus status;
    if (!options.log.empty()) {
        if (const Result<void> opened = log.open(options.log); !opened) {
            status.raise(diagnostics.error(opened.error()));
        }
        diagnostics.log_to(log);
    }
    std::string words;
    for (const std::string& argument : arguments) words += " " + shell_quoted(argument);
    diagnostics.record("started: sitrep-index" + words);
    status.raise(run_task(options, diagnostics));
    diagnostics.record("ended: exit code " + std::to_string(status.code()));
    if (!log.failure().empty()) {
        Diagnostics(options.verbosity).error({ErrorCode::Io, log.failure()});
        status.raise(exit_code(ErrorCode::Io));
    }
    return status.code();
}

int run(int argc, char** argv) {
    const Result<IndexOptions> options = parse_options({argv + 1, argv + argc}, load_config);
    if (!options) {
        Diagnostics(Verbosity::Quiet).error(options.error());
        return exit_code(options.error().code);
    }
    watch_for_interrupts();
    Diagnostics diagnostics(options->verbosity);
    if (!options->config_warning.empty()) diagnostics.note(options->config_warning);
    if (options->help || options->version) {
        const std::string text =
            options->help ? help_text() : std::string("sitrep-index ") + version() + "\n";
        return diagnostics.print(text);
    }
    if (!options->printed_config.empty()) return diagnostics.print(options->printed_config);
    if (!options->completion.empty()) return diagnostics.print(options->completion);
    if (options->dump != DumpKind::None) return run_dump(*options, diagnostics);
    return run_logged(*options, {argv + 1, argv + argc}, diagnostics);
}

}  // namespace

int main(int argc, char** argv) {
    reserve_standard_streams();
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        Diagnostics(Verbosity::Quiet)
            .error({ErrorCode::Io, "out of memory: what was committed is kept",
                    "free some memory, or leave very large files out, and run again"});
        return exit_code(ErrorCode::Io);
    }
}
