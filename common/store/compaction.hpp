// A generation without the air in it. Included by this folder only.
#pragma once

#include "base/result.hpp"

#include <string>

namespace sitrep {

/// Copies the committed `generation` (a path) of database folder `path` into the next one, document
/// ids kept, and makes that the live one, whose path it gives. The old one stays where it is. Io
/// where there is no room for both.
Result<std::string> compact_generation(const std::string& path, const std::string& generation);

}  // namespace sitrep
