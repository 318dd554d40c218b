// Articles by the names that hits show: id or path. Included by this folder only.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Documents that may have `name`: those of the file that it names inside a root (`roots`: id to
/// path) or by its absolute path, and those that hits show under this id; the caller compares.
/// Ascending. Throws what Xapian throws.
std::vector<Xapian::docid> documents_named(const Xapian::Database& database,
                                           const std::map<std::string, std::string>& roots,
                                           std::string_view name);

}  // namespace sitrep
