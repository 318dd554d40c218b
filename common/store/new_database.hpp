// The first generation of a database folder. Included by this folder only.
#pragma once

#include "base/result.hpp"
#include "model/shard.hpp"

#include <string>

namespace sitrep {

/// An error where the folder, which holds no database, holds what is not ours: a mistyped --db
/// makes none among other files.
Result<void> refuse_foreign_folder(const std::string& path);

/// Makes the folder private and publishes a generation in it: an empty one, under another name
/// until it is whole, for a folder that a kill left half made would be refused by Xapian for ever.
/// One that is there and not published (a kill came between, or the stub was lost) is taken
/// instead: it is opened and checked afterwards like any other. `place`: of a shard.
Result<void> create_database(const std::string& path, const ShardPlace& place = {});

/// The same of a set of `count` shards, an empty database folder each.
Result<void> create_set(const std::string& path, unsigned count);

}  // namespace sitrep
