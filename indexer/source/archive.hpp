// Archives and packed files, by libarchive: the only door to it.
#pragma once

#include "indexer/source/file_type.hpp"

#include <memory>

namespace sitrep {

/// The content of a file packed by anything but gzip. Fails with BadInput when it is packed in
/// another way, ends too early or is damaged.
std::unique_ptr<ByteSource> unpacked_by_libarchive(Packing packing, ByteSource& packed,
                                                   Reading& reading);

/// ContainerReaders. Members are read by their names, as files are; folders and hidden names are
/// left out, links and devices skipped, encrypted members and names that lead out of the archive
/// refused. A name is only ever shown: it never becomes a path.
void read_tar(const Origin& origin, ByteSource& source, Reading& reading);
/// A zip is read by the table at its end: one that cannot be read from any place is first held in
/// memory, where the limit of a record is its limit.
void read_zip(const Origin& origin, ByteSource& source, Reading& reading);

}  // namespace sitrep
