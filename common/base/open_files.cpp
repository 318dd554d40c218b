#include "base/open_files.hpp"

#include <sys/resource.h>

namespace sitrep {

void raise_open_file_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    // Where that is refused, what cannot be opened is told when it comes to it.
    static_cast<void>(::setrlimit(RLIMIT_NOFILE, &limit));
}

}  // namespace sitrep
