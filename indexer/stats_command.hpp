// `--stats`: what the database holds, counted.
#pragma once

#include "indexer/options.hpp"

namespace sitrep {

/// Prints it as text, or as JSON where --summary=json says so; the exit code.
int run_stats(const IndexOptions& options, Diagnostics& diagnostics);

}  // namespace sitrep
