// Opens the live generation for reading. Included by this folder only.
#pragma once

#include "base/result.hpp"

#include <xapian.h>

#include <string>

namespace sitrep {

/// The live generation of the database folder `path`; when a writer takes it away meanwhile, the
/// next one. Errors as live_generation(), and Database.
Result<Xapian::Database> open_live_database(const std::string& path);

}  // namespace sitrep
