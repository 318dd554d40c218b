// The main job: bring the database in step with the folders.
#pragma once

#include "indexer/options.hpp"

namespace sitrep {

/// Runs, prints the summary on stdout and everything else on stderr; returns the exit code.
int run_index(const IndexOptions& options, Diagnostics& diagnostics);

}  // namespace sitrep
