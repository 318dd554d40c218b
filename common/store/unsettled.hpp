// The documents that were cleaned with other lines known than the database makes furniture now.
// Included by this folder only; throws what Xapian throws.
#pragma once

#include "store/index_writer.hpp"
#include "store/touched_lines.hpp"

#include <xapian.h>

#include <map>

namespace sitrep {

/// Of all documents that hold a touched line; where the database does not learn, no line is
/// furniture. One that cannot be read is left out: it is no worse than it was.
std::map<FileKey, UnsettledDocuments> find_unsettled(const Xapian::Database& database,
                                                     TouchedLines& touched, bool learns);

}  // namespace sitrep
