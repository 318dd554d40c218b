// Brotli, by its own library: the only door to it. Crawls keep bodies as browsers were sent them.
#pragma once

#include "indexer/source/reading.hpp"

#include <memory>

namespace sitrep {

/// The content of a brotli stream (RFC 7932), which has neither mark nor check sum: any bytes may
/// be one. Fails with BadInput.
std::unique_ptr<ByteSource> unbrotlied(ByteSource& packed, Reading& reading);

}  // namespace sitrep
