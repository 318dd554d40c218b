// --dump: what the stages make of a file, one by one; without a database, but for the furniture
// lines of one that is named.
#pragma once

#include "indexer/options.hpp"

namespace sitrep {

/// Prints the article (JSON Lines), tokens or document of each record of each file, in the order
/// given; folders are walked. Returns the exit code: 1 when something could not be used.
int run_dump(const IndexOptions& options, Diagnostics& diagnostics);

}  // namespace sitrep
