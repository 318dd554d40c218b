#include "indexer/index_command.hpp"

#include "indexer/change_notice.hpp"
#include "indexer/index_run.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/path_list.hpp"
#include "indexer/root_set.hpp"
#include "store/database_folder.hpp"

#include <algorithm>
#include <chrono>

namespace sitrep {
namespace {

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

Error nothing_to_index(const IndexOptions& options) {
    return {ErrorCode::Usage,
            "nothing to index: no folder is known to " + options.database + " yet",
            "name one: sitrep-index FOLDER"};
}

int print_summary(const Summary& summary, const IndexOptions& options, Diagnostics& diagnostics) {
    diagnostics.record(summary_text(summary));
    if (options.summary == SummaryForm::Text && options.verbosity == Verbosity::Quiet) return 0;
    const std::string line =
        options.summary == SummaryForm::Json ? summary_json(summary) : summary_text(summary);
    return diagnostics.print(line + "\n");
}

BatchLimits batch_limits(const IndexOptions& options) {
    BatchLimits limits;
    limits.bytes = std::min<std::size_t>(limits.bytes, options.memory / 8);
    limits.threads = options.threads();
    limits.age = options.commit_age;
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
    summary.unfinished = !finished || interrupted();
    status.raise(print_summary(summary, options, diagnostics));
    return {status, !summary.unfinished, summary};
}

LockWait lock_wait(const IndexOptions& options) { return {options.wait, &interrupted}; }

namespace {

/// A run that did not come to one.
RunEnding ended(int code) {
    RunEnding ending;
    ending.status.raise(code);
    return ending;
}

/// The writer is closed, and its lock free, when it returns.
RunEnding open_and_run(const IndexOptions& options, Diagnostics& diagnostics) {
    const Result<std::vector<std::string>> paths = path_list(options);
    if (!paths) return ended(diagnostics.error(paths.error()));
    const Result<bool> there = has_database(options.database);
    if (there && !*there && has_nothing_to_do(options, *paths, false))
        return ended(diagnostics.error(nothing_to_index(options)));
    if (there && !*there && !any_is_there(*paths, diagnostics))
        return ended(exit_code(ErrorCode::Io));
    Result<IndexWriter> writer = IndexWriter::open(options.database, batch_limits(options),
                                                   lock_wait(options), options.shards);
    if (!writer) return ended(diagnostics.error(writer.error()));
    if (has_nothing_to_do(options, *paths, !writer->roots().empty()))
        return ended(diagnostics.error(nothing_to_index(options)));
    return run_on(*writer, options, *paths, diagnostics,
                  "what was committed is kept; run again to go on");
}

}  // namespace

int run_index(const IndexOptions& options, Diagnostics& diagnostics) {
    RunEnding ending = open_and_run(options, diagnostics);
    tell_of_change(options, ending.summary, ending.status, diagnostics);
    return ending.status.code();
}

}  // namespace sitrep
