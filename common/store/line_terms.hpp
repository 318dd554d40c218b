// What documents say of their lines, read: see model/furniture_lines.hpp. Included by this folder
// only; throws what Xapian throws.
#pragma once

#include "model/furniture_lines.hpp"

#include <xapian.h>

#include <vector>

namespace sitrep::line_terms {

/// Whether the documents that hold the line make it furniture. Reads no further than needed.
bool is_furniture(const Xapian::Database& database, LineFingerprint line);

/// The lines that document `id` holds, added to `lines`.
void read_lines(const Xapian::Database& database, Xapian::docid id,
                std::vector<LineFingerprint>& lines);

/// Documents that hold `line` and were not cleaned as it asks: that did not know it for furniture
/// while it is, or did while it is not. Added to `found`.
void find_unsettled(const Xapian::Database& database, LineFingerprint line, bool furniture,
                    std::vector<Xapian::docid>& found);

/// Every line that stands in enough documents to be furniture, or was furniture to some document.
std::vector<LineFingerprint> candidates(const Xapian::Database& database);

}  // namespace sitrep::line_terms
