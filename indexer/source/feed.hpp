// Feeds kept as files: RSS 0.9x, 1.0 and 2.0, Atom, and what WordPress exports. XML by libxml2,
// whose only door this is.
#pragma once

#include "indexer/source/reading.hpp"

namespace sitrep {

/// A ContainerReader: each item that has a text is a record, numbered from 1, with what the feed
/// says of it. An item is read as soon as it ends, so that memory is that of one. XML that is no
/// feed is skipped. No entity but HTML's is ever expanded and nothing is fetched.
void read_feed(const Origin& origin, ByteSource& source, Reading& reading);

}  // namespace sitrep
