// What --on-change is told after a run.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/exit_status.hpp"
#include "indexer/options.hpp"
#include "indexer/summary.hpp"

namespace sitrep {

/// Runs the command of --on-change, when there is one and the run changed something and was not
/// interrupted; its failure is reported and raised in `status` as kNotTold. The lock on the
/// database must be free by now: the command may be one of ours.
void tell_of_change(const IndexOptions& options, const Summary& summary, ExitStatus& status,
                    Diagnostics& diagnostics);

}  // namespace sitrep
