// WARC (ISO 28500, versions 0.17 to 1.1): a crawl, many pages in one file.
#pragma once

#include "indexer/source/reading.hpp"

namespace sitrep {

/// A ContainerReader: pages of `response`, `resource` and `conversion` records, numbered by the
/// place of their record in the file. What else a crawl fetches (pictures, scripts, requests,
/// revisits) is passed over; pages that answer with an error, or hold no article, are skipped. Each
/// page brings its record's id and address, and the charset that the server declared. A record that
/// is damaged costs itself: reading goes on at the next.
void read_warc(const Origin& origin, ByteSource& source, Reading& reading);

}  // namespace sitrep
