// JSON Lines: an article a line.
#pragma once

#include "indexer/source/reading.hpp"

namespace sitrep {

/// A ContainerReader. A record a line, numbered as an editor numbers lines, blank ones left out; a
/// line over the limit of a record is named and costs no memory.
void read_json_lines(const Origin& origin, ByteSource& source, Reading& reading);

}  // namespace sitrep
