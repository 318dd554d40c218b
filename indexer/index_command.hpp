// The main job: bring the database in step with the folders.
#pragma once

#include "indexer/exit_status.hpp"
#include "indexer/options.hpp"
#include "indexer/summary.hpp"
#include "store/index_writer.hpp"

#include <string>
#include <vector>

namespace sitrep {

/// Runs, prints the summary on stdout and everything else on stderr; returns the exit code.
int run_index(const IndexOptions& options, Diagnostics& diagnostics);

/// How a run ended.
struct RunEnding {
    ExitStatus status;
    bool complete = false;  ///< neither interrupted nor given up
    Summary summary = {};
};

/// One run over `paths` with an open database, its summary printed. `kept` ends what is said when
/// it is not complete.
RunEnding run_on(IndexWriter& writer, const IndexOptions& options,
                 const std::vector<std::string>& paths, Diagnostics& diagnostics,
                 const std::string& kept);

/// What is said when nothing is named and the database knows no folder.
Error nothing_to_index(const IndexOptions& options);

/// The last line of a run, in the form asked for; returns the exit code.
int print_summary(const Summary& summary, const IndexOptions& options, Diagnostics& diagnostics);

/// What a writer may hold. A batch takes about three times its bytes while it is written.
BatchLimits batch_limits(const IndexOptions& options);

/// How long to wait for another indexer, or for a signal.
LockWait lock_wait(const IndexOptions& options);

}  // namespace sitrep
