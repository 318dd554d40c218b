// Packed files, by the library that reads each packing.
#pragma once

#include "indexer/source/file_type.hpp"

#include <memory>

namespace sitrep {

/// The content of a file packed as `packing`. Fails with BadInput when it is packed in another way,
/// ends too early or is damaged.
std::unique_ptr<ByteSource> unpacked(Packing packing, ByteSource& packed, Reading& reading);

}  // namespace sitrep
