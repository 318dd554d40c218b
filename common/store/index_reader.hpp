// A database read for what the indexer tells of it without writing: no lock is taken and nothing is
// changed.
#pragma once

#include "base/result.hpp"
#include "store/contents.hpp"

#include <functional>
#include <string>

namespace sitrep {

/// Calls `ask` with the contents of the live generation of the database folder `path`; anew, with
/// the next state, when a writer overtook it, five times at most. Errors as Searcher::open(), and
/// those of `ask`.
Result<void> read_index(const std::string& path,
                        const std::function<Result<void>(const Contents&)>& ask);

}  // namespace sitrep
