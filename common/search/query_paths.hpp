// Paths as people copy them, from the root of the file system on.
#pragma once

#include "search/query.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Files are indexed by their paths inside what was indexed: takes off each `path:` of the question
/// the longest of `roots` (absolute) that it lies in. `~/` is the asker's home folder.
void paths_inside_roots(Query& query, const std::vector<std::string>& roots);

/// Why `path:` finds nothing by a path that is one: `asked` is one of `roots` itself, or an article
/// of several in one file; empty for others.
std::string path_remark(std::string_view asked, const std::vector<std::string>& roots);

}  // namespace sitrep
