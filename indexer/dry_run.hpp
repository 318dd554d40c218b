// --dry-run: what a run would do, and why, without doing any of it.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/options.hpp"

namespace sitrep {

/// Prints a line for each file that a run would touch, `WHY<TAB>PATH`, and the summary. Takes no
/// lock and makes no database: where there is none, everything would be added. Returns the exit
/// code that the run would have, as far as it can be told without reading articles.
int run_dry(const IndexOptions& options, Diagnostics& diagnostics);

}  // namespace sitrep
