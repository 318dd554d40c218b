// Paths as people copy them, from the root of the file system on.
#pragma once

#include "search/query.hpp"

#include <string>
#include <vector>

namespace sitrep {

/// Files are indexed by their paths inside what was indexed: takes off each `path:` of the question
/// the longest of `roots` (absolute) that it lies in. `~/` is the asker's home folder.
void paths_inside_roots(Query& query, const std::vector<std::string>& roots);

}  // namespace sitrep
