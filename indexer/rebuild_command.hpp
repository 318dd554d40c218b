// `--rebuild`: the database is made anew from the files, beside the old one, which answers until
// the new one is whole and takes its place.
#pragma once

#include "indexer/options.hpp"

namespace sitrep {

/// Runs over all that the old database knows, and what is named besides; the exit code. A new one
/// that would hold far fewer articles of a root is not swapped in.
int run_rebuild(const IndexOptions& options, Diagnostics& diagnostics);

}  // namespace sitrep
