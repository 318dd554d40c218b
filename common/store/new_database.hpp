// The first generation of a database folder. Included by this folder only.
#pragma once

#include "base/result.hpp"

#include <string>

namespace sitrep {

/// An error where the folder, which holds no database, holds what is not ours: a mistyped --db
/// makes none among other files.
Result<void> refuse_foreign_folder(const std::string& path);

/// Makes the folder private and publishes a generation in it: an empty one, under another name
/// until it is whole, for a folder that a kill left half made would be refused by Xapian for ever.
/// One that is there and not published (a kill came between, or the stub was lost) is taken
/// instead: it is opened and checked afterwards like any other.
Result<void> create_database(const std::string& path);

}  // namespace sitrep
