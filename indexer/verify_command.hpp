// `--verify` and `--digest`: what is said of a database as it stands. Nothing is written.
#pragma once

#include "indexer/options.hpp"
#include "store/long_task.hpp"

namespace sitrep {

/// Checks the database and prints what was found, a line each, and the verdict; the exit code: 0
/// when it is whole.
int run_verify(const IndexOptions& options, Diagnostics& diagnostics);

/// Prints the digest; the exit code.
int run_digest(const IndexOptions& options, Diagnostics& diagnostics);

/// How far such a reading is, for a terminal; a signal ends it.
Progress shown_on(Diagnostics& diagnostics);

/// Reports why a database could not be read; the exit code: 75, not 3, for one that is written all
/// the time.
int could_not_read(const Error& error, Diagnostics& diagnostics);

}  // namespace sitrep
