// --reshard: the same articles over another number of shards.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/options.hpp"

namespace sitrep {

/// Makes the new set beside the database, of its documents, and puts it in its place when both say
/// the same; until then, and where that never comes, the old one stays. Returns the exit code.
int run_reshard(const IndexOptions& options, Diagnostics& diagnostics);

}  // namespace sitrep
