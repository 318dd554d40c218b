// gzip, by zlib: the only door to it.
#pragma once

#include "indexer/source/byte_source.hpp"
#include "indexer/source/reading.hpp"

#include <memory>

namespace sitrep {

/// The content of a gzip file, its members joined (RFC 1952, section 2.2). Bytes after the last
/// member that begin none are ignored, as gzip(1) does. Fails with BadInput when it is not gzip,
/// ends too early or fails its check sum; recover() goes on at the next member.
std::unique_ptr<ByteSource> gunzipped(ByteSource& packed, Reading& reading);

/// The content of a body that HTTP calls `deflate`: zlib's wrapping (RFC 1950) or, as some servers
/// have it, none. `start` is how it begins.
std::unique_ptr<ByteSource> inflated(ByteSource& packed, std::string_view start, Reading& reading);

}  // namespace sitrep
