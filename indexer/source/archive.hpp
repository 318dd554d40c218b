// The articles in tar archives and zip files.
#pragma once

#include "indexer/source/file_type.hpp"

namespace sitrep {

/// ContainerReaders. Members are read by their names, as files are; folders and hidden names are
/// left out, links and devices skipped, encrypted members and names that lead out of the archive
/// refused. A name is only ever shown: it never becomes a path.
void read_tar(const Origin& origin, ByteSource& source, Reading& reading);
/// A zip is read by the table at its end: one that cannot be read from any place is first held in
/// memory, where the limit of a record is its limit.
void read_zip(const Origin& origin, ByteSource& source, Reading& reading);

}  // namespace sitrep
