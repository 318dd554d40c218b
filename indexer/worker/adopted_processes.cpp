#include "indexer/worker/adopted_processes.hpp"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <utility>

namespace sitrep {
namespace {

/// The children of all our threads. None where the kernel does not tell
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
    return found;
}

std::string new_mark() {
    static std::atomic<unsigned> count = 0;
    return fmt::format("SITREP_FILTER_{}_{}=1", getpid(), ++count);
}

/// The environment it was started with: each variable between two NULs. Empty when it has ended.
std::string environment_of(int process) {
    std::ifstream file(fmt::format("/proc/{}/environ", process), std::ios::binary);
    std::string all(1, '\0');
    all.append(std::istreambuf_iterator<char>(file), {});
    return all.size() == 1 ? std::string() : all;
}

/// Whether it has ended and is no more. One that is about to end is waited for, not for long: what
/// it started is ours only then.
bool is_reaped(int process) {
    constexpr int kNaps = 20;
    for (int nap = 0; nap < kNaps; ++nap) {
        if (waitpid(process, nullptr, WNOHANG) == process) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
}

}  // namespace

AdoptedProcesses::AdoptedProcesses() : mark_(new_mark()), before_(children()) {
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

AdoptedProcesses::~AdoptedProcesses() {
    // Each that ends hands us its children; one that starts them faster than we end them is left.
    constexpr int kMaxRounds = 100;
    const std::string sought = '\0' + mark_ + '\0';
    std::vector<int> others = std::move(before_);
    for (int round = 0; round < kMaxRounds; ++round) {
        bool found = false;
        for (const int child : children()) {
            if (std::find(others.begin(), others.end(), child) != others.end()) continue;
            const std::string environment = environment_of(child);
            if (environment.find(sought) != std::string::npos) {
                found = true;
                kill(child, SIGKILL);
                while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
                }
            } else if (environment.empty() && is_reaped(child)) {
                found = true;
            } else {
                others.push_back(child);
            }
        }
        if (!found) break;
    }
    prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0);
}

}  // namespace sitrep
