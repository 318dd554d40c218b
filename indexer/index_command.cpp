#include "indexer/index_command.hpp"

#include "base/file.hpp"
#include "indexer/index_run.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/path_list.hpp"
#include "indexer/root_set.hpp"
#include "store/database_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace sitrep {
namespace {

int failed(const Error& error, Diagnostics& diagnostics) {
    diagnostics.error(error);
    return exit_code(error.code);
}

int print_summary(const Summary& summary, const IndexOptions& options, Diagnostics& diagnostics) {
    diagnostics.record(summary_text(summary));
    if (options.summary == SummaryForm::Text && options.verbosity == Verbosity::Quiet) return 0;
    const std::string line =
        options.summary == SummaryForm::Json ? summary_json(summary) : summary_text(summary);
    return diagnostics.print(line + "\n");
}

/// Whether the run would have nothing to look at: a first run that names nothing.
bool has_nothing_to_do(const IndexOptions& options, const std::vector<std::string>& paths,
                       bool known_roots) {
    return paths.empty() && options.forget.empty() && options.files_from.empty() && !known_roots;
}

/// Whether a first run has anything to look at: a mistyped name makes no database.
bool any_is_there(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
    std::vector<Error> missing;
    for (const std::string& path : paths) {
        Result<Target> target = find_target(path, {});
        if (target) return true;
        missing.push_back(target.error());
    }
    for (const Error& error : missing) diagnostics.error(error);
    return missing.empty();
}

/// A batch takes about three times its bytes while it is written.
BatchLimits batch_limits(const IndexOptions& options) {
    BatchLimits limits;
    limits.bytes = std::min<std::size_t>(limits.bytes, options.memory / 8);
    limits.threads = options.threads();
    return limits;
}

/// `summary` is what was done, whatever the exit code.
int run_on(IndexWriter& writer, const IndexOptions& options, const std::vector<std::string>& paths,
           Diagnostics& diagnostics, Summary& summary) {
    const auto start = std::chrono::steady_clock::now();
    IndexRun run(options, writer, diagnostics);
    const Result<void> finished = run.run(paths);
    diagnostics.clear_progress();
    ExitStatus status = run.status();
    if (!finished) {
        diagnostics.error(finished.error());
        diagnostics.note("what was committed before is kept; run again to go on");
        status.raise(exit_code(finished.error().code));
    }
    if (interrupted()) {
        diagnostics.note("interrupted: what is done is kept; run again to go on");
        status.raise(interrupt_exit_code());
    }
    summary = run.summary();
    summary.documents = writer.document_count();
    summary.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    status.raise(print_summary(summary, options, diagnostics));
    return status.code();
}

int index(const IndexOptions& options, Diagnostics& diagnostics, Summary& summary) {
    const Result<std::vector<std::string>> paths = path_list(options);
    if (!paths) return failed(paths.error(), diagnostics);
    const Error nothing{ErrorCode::Usage,
                        "nothing to index: no folder is known to " + options.database + " yet",
                        "name one: sitrep-index FOLDER"};
    const Result<bool> there = has_database(options.database);
    if (there && !*there && has_nothing_to_do(options, *paths, false))
        return failed(nothing, diagnostics);
    if (there && !*there && !any_is_there(*paths, diagnostics)) return exit_code(ErrorCode::Io);
    Result<IndexWriter> writer = IndexWriter::open(options.database, batch_limits(options));
    if (!writer) return failed(writer.error(), diagnostics);
    if (has_nothing_to_do(options, *paths, !writer->roots().empty()))
        return failed(nothing, diagnostics);
    return run_on(*writer, options, *paths, diagnostics, summary);
}

bool has_changed(const Summary& summary) {
    return summary.added + summary.updated + summary.removed != 0;
}

/// Tells the user's command what was done; the lock is free by then, so that it may be one of ours.
int tell_of_change(const IndexOptions& options, const Summary& summary, int status,
                   Diagnostics& diagnostics) {
    const std::vector<std::string> variables = {
        "SITREP_DB=" + absolute_path(options.database),
        fmt::format("SITREP_ADDED={}", summary.added),
        fmt::format("SITREP_UPDATED={}", summary.updated),
        fmt::format("SITREP_REMOVED={}", summary.removed),
        fmt::format("SITREP_FAILED={}", summary.failed),
        fmt::format("SITREP_DOCUMENTS={}", summary.documents),
        fmt::format("SITREP_STATUS={}", status),
    };
    const Result<void> told =
        options.on_change->run(variables, options.on_change_time, interrupted,
                               [&](std::string_view line) { diagnostics.note(std::string(line)); });
    if (interrupted()) return interrupt_exit_code();
    return told ? 0 : failed(told.error(), diagnostics);
}

}  // namespace

int run_index(const IndexOptions& given, Diagnostics& diagnostics) {
    IndexOptions options = given;
    if (options.database.empty()) options.database = default_database();
    Summary summary;
    ExitStatus status;
    status.raise(index(options, diagnostics, summary));
    if (options.on_change && has_changed(summary) && !interrupted())
        status.raise(tell_of_change(options, summary, status.code(), diagnostics));
    return status.code();
}

}  // namespace sitrep
