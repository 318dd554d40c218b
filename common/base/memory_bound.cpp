#include "base/memory_bound.hpp"

#include "base/sanitized.hpp"

#include <unistd.h>

#include <algorithm>

namespace sitrep {
namespace {

/// Zero where the system does not tell.
std::uint64_t machine_bytes() {
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long page_bytes = ::sysconf(_SC_PAGE_SIZE);
    if (pages <= 0 || page_bytes <= 0) return 0;
    return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_bytes);
}

}  // namespace

MemoryBound::MemoryBound(std::uint64_t most) {
    if (kSanitized || ::getrlimit(RLIMIT_DATA, &before_) != 0) return;
    if (const std::uint64_t all = machine_bytes(); all > 0) most = std::min(most, all / 2);
    // Only the soft one: a hard limit could not be taken back.
    struct rlimit bound = before_;
    bound.rlim_cur = std::min<rlim_t>(before_.rlim_cur, most);
    is_set_ = ::setrlimit(RLIMIT_DATA, &bound) == 0;
}

MemoryBound::~MemoryBound() {
    if (is_set_) static_cast<void>(::setrlimit(RLIMIT_DATA, &before_));
}

}  // namespace sitrep
