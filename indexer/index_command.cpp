#include "indexer/index_command.hpp"

#include "indexer/index_run.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/path_list.hpp"
#include "indexer/root_set.hpp"
#include "store/database_folder.hpp"

#include <algorithm>
#include <chrono>

namespace sitrep {
namespace {

int failed(const Error& error, Diagnostics& diagnostics) {
    diagnostics.error(error);
    return exit_code(error.code);
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

/// A run that changed nothing is not worth a commit.
Result<void> remember(IndexWriter& writer, std::int64_t started, double seconds,
                      const Summary& summary) {
    constexpr double kMilliseconds = 1000;
    const RunRecord run{started,         static_cast<std::uint64_t>(seconds * kMilliseconds),
                        summary.added,   summary.updated,
                        summary.removed, summary.failed};
    return run.changed_anything() ? writer.add_runs({run}) : Result<void>();
}

}  // namespace

int print_summary(const Summary& summary, const IndexOptions& options, Diagnostics& diagnostics) {
    if (options.summary == SummaryForm::Text && options.verbosity == Verbosity::Quiet) return 0;
    const std::string line =
        options.summary == SummaryForm::Json ? summary_json(summary) : summary_text(summary);
    return diagnostics.print(line + "\n");
}

BatchLimits batch_limits(const IndexOptions& options) {
    BatchLimits limits;
    limits.bytes = std::min<std::size_t>(limits.bytes, options.memory / 8);
    limits.threads = options.threads();
    limits.age = std::chrono::seconds(options.commit_seconds);
    return limits;
}

RunEnding run_on(IndexWriter& writer, const IndexOptions& options,
                 const std::vector<std::string>& paths, Diagnostics& diagnostics,
                 const std::string& kept) {
    const auto start = std::chrono::steady_clock::now();
    const std::int64_t started = std::chrono::duration_cast<std::chrono::seconds>(
                                     std::chrono::system_clock::now().time_since_epoch())
                                     .count();
    IndexRun run(options, writer, diagnostics);
    Result<void> finished = run.run(paths);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (finished) finished = remember(writer, started, seconds, run.summary());
    diagnostics.clear_progress();
    ExitStatus status = run.status();
    if (!finished) {
        diagnostics.error(finished.error());
        diagnostics.note(kept);
        status.raise(exit_code(finished.error().code));
    }
    if (interrupted()) {
        diagnostics.note("interrupted: " + kept);
        status.raise(interrupt_exit_code());
    }
    Summary summary = run.summary();
    summary.documents = writer.document_count();
    summary.seconds = seconds;
    status.raise(print_summary(summary, options, diagnostics));
    return {status, finished.has_value() && !interrupted()};
}

LockWait lock_wait(const IndexOptions& options) {
    return {std::chrono::seconds(options.wait_seconds), &interrupted};
}

int run_index(const IndexOptions& given, Diagnostics& diagnostics) {
    IndexOptions options = given;
    if (options.database.empty()) options.database = default_database();
    const Result<std::vector<std::string>> paths = path_list(options);
    if (!paths) return failed(paths.error(), diagnostics);
    const Error nothing{ErrorCode::Usage,
                        "nothing to index: no folder is known to " + options.database + " yet",
                        "name one: sitrep-index FOLDER"};
    const Result<bool> there = has_database(options.database);
    if (there && !*there && has_nothing_to_do(options, *paths, false))
        return failed(nothing, diagnostics);
    if (there && !*there && !any_is_there(*paths, diagnostics)) return exit_code(ErrorCode::Io);
    Result<IndexWriter> writer =
        IndexWriter::open(options.database, batch_limits(options), lock_wait(options));
    if (!writer) return failed(writer.error(), diagnostics);
    if (has_nothing_to_do(options, *paths, !writer->roots().empty()))
        return failed(nothing, diagnostics);
    return run_on(*writer, options, *paths, diagnostics, "what is done is kept; run again to go on")
        .status.code();
}

}  // namespace sitrep
