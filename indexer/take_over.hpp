// A folder that becomes a root may hold roots, or loose files, that are known already: it takes
// them over, file by file, once it has them itself.
#pragma once

#include "base/result.hpp"
#include "indexer/removals.hpp"
#include "indexer/root_set.hpp"
#include "store/index_writer.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace sitrep {

/// An inner root from which nothing was removed, and why.
struct KeptRoot {
    std::string id;
    std::string path;
    Error refused;
};

struct TakenOver {
    std::vector<KeptRoot> kept;
    /// Inner roots, by their paths, with how many of their files the outer one has not.
    std::vector<std::pair<std::string, std::size_t>> left;
};

/// Whether known roots lie inside this one.
bool holds_roots(const Target& outer, const IndexWriter& writer);

/// Removes from the roots and loose files inside `outer` what `outer` now has, and what is gone
/// from the disk; a root left without files is forgotten. What `outer` could not read, or was told
/// to leave out, stays where it was, and so does what is gone where that is more than `rules`
/// allow: those roots are returned. Call after commit(): what `outer` has is read from the
/// database.
Result<TakenOver> take_over(const Target& outer, IndexWriter& writer, const RemovalRules& rules);

}  // namespace sitrep
