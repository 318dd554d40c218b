// How much memory this process may have while it reads what others send.
#pragma once

#include <sys/resource.h>

#include <cstdint>

namespace sitrep {

/// While it lives, this process has `most` bytes of data at most, or half of the machine's memory
/// where that is less: what wants more gets std::bad_alloc. A lower limit that was set before
/// (ulimit -d) holds. Nothing in a build with sanitizers.
class MemoryBound {
  public:
    explicit MemoryBound(std::uint64_t most);
    MemoryBound(const MemoryBound&) = delete;
    MemoryBound& operator=(const MemoryBound&) = delete;
    ~MemoryBound();

  private:
    struct rlimit before_ {};
    bool is_set_ = false;
};

}  // namespace sitrep
