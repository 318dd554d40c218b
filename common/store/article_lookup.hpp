// Articles by what they are called. Included by this folder only.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

namespace sitrep {

/// The documents that `id` may mean: their given id, their path inside the root, or their absolute
/// path, each with `#record` where a file holds several. Several files may give the same id.
/// Ascending. Throws what Xapian throws.
std::vector<Xapian::docid> articles_called(const Xapian::Database& database, std::string_view id);

}  // namespace sitrep
