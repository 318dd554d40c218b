#include "indexer/worker/adopted_processes.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace sitrep {
namespace {

/// The children of all our threads, ascending. None where the kernel does not tell
/// (CONFIG_PROC_CHILDREN): then a process in a session of its own lives on.
std::vector<int> children() {
    std::vector<int> found;
    std::error_code failure;
    std::filesystem::directory_iterator threads("/proc/self/task", failure);
    for (; !failure && threads != std::filesystem::directory_iterator();
         threads.increment(failure)) {
        std::ifstream list(threads->path() / "children");
        for (int child = 0; list >> child;) found.push_back(child);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

AdoptedProcesses::AdoptedProcesses() : before_(children()) {
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

AdoptedProcesses::~AdoptedProcesses() {
    // Each that ends hands us its children; one that starts them faster than we end them is left.
    constexpr int kMaxRounds = 100;
    for (int round = 0; round < kMaxRounds; ++round) {
        bool found = false;
        for (const int child : children()) {
            if (std::binary_search(before_.begin(), before_.end(), child)) continue;
            found = true;
            kill(child, SIGKILL);
            while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
            }
        }
        if (!found) break;
    }
    prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0);
}

}  // namespace sitrep
