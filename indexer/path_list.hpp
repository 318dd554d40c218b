// The paths a run is given: those on the command line, and those of --files-from.
#pragma once

#include "base/result.hpp"
#include "indexer/options.hpp"

#include <string>
#include <vector>

namespace sitrep {

/// Fails with Io when the list cannot be read.
Result<std::vector<std::string>> path_list(const IndexOptions& options);

}  // namespace sitrep
