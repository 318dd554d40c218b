// `--verify` and `--digest`: what is said of a database as it stands. Nothing is written.
#pragma once

#include "indexer/options.hpp"

namespace sitrep {

/// Checks the database and prints what was found, a line each, and the verdict; the exit code: 0
/// when it is whole.
int run_verify(const IndexOptions& options, Diagnostics& diagnostics);

/// Prints the digest; the exit code.
int run_digest(const IndexOptions& options, Diagnostics& diagnostics);

}  // namespace sitrep
