// `--compact`: the same database in fewer bytes.
#pragma once

#include "indexer/options.hpp"

namespace sitrep {

/// Prints what was gained; the exit code.
int run_compact(const IndexOptions& options, Diagnostics& diagnostics);

}  // namespace sitrep
