// Room on a disk: what something takes, what is left, and whether that is enough.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>

namespace sitrep {

/// Bytes of the files in a folder, those in folders below it included. What vanishes meanwhile does
/// not count.
std::uint64_t tree_bytes(const std::string& path);

/// Bytes that this user may still write on the file system that `path` lies on.
Result<std::uint64_t> free_bytes(const std::string& path);

/// Io, with the numbers, where less than `needed` bytes are free at `path`; `purpose` as in "not
/// enough room to PURPOSE".
Result<void> check_room(const std::string& path, std::uint64_t needed, const std::string& purpose);

/// `512 bytes`, `1.5 kB`, `20 MB`, `3.1 GB`: powers of 1000, as df -H has them.
std::string size_text(std::uint64_t bytes);

}  // namespace sitrep
