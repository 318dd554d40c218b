// A folder that becomes a root may hold roots, or loose files, that are known already: it takes
// them over, file by file, once it has them itself.
#pragma once

#include "base/result.hpp"
#include "indexer/root_set.hpp"
#include "store/index_writer.hpp"

namespace sitrep {

/// Whether known roots lie inside this one.
bool holds_roots(const Target& outer, const IndexWriter& writer);

/// Removes from the roots and loose files inside `outer` what `outer` now has, and what is gone
/// from the disk; a root left without files is forgotten. What `outer` could not read, or was told
/// to leave out, stays where it was. Call after commit(): what `outer` has is read from the
/// database.
Result<void> take_over(const Target& outer, IndexWriter& writer);

}  // namespace sitrep
