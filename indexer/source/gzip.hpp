// gzip, by zlib: the only door to it.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

/// The content of a gzip file, its members joined (RFC 1952, section 2.2). Bytes after the last
/// member that begin none are ignored, as gzip(1) does. Fails with BadInput when it is not gzip,
/// ends too early or fails its check sum, with TooLarge when it would be larger than `max_bytes`.
Result<std::string> gunzip(std::string_view bytes, std::uint64_t max_bytes);

}  // namespace sitrep
