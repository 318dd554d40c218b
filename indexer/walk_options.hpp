// The options of a walk, from those of the command line.
#pragma once

#include "indexer/options.hpp"
#include "indexer/source/file_walker.hpp"

namespace sitrep {

/// `--include`, `--exclude`, `--filter`, and an end when a signal came.
WalkOptions walk_options(const IndexOptions& options);

}  // namespace sitrep
