// --list-failed: what the database remembers of files that could not be used.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/options.hpp"
#include "model/file_state.hpp"

#include <string>

namespace sitrep {

/// Prints a line for each failure, `PATH<TAB>REASON`, by path; takes no lock and changes nothing.
/// Returns the exit code.
int list_failed(const IndexOptions& options, Diagnostics& diagnostics);

/// The lines of one file, in a form that has neither tabs nor newlines but its own; empty for a
/// file without failures.
std::string failed_lines(const std::string& path, const FileState& state);

}  // namespace sitrep
