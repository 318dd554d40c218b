// A worker that does what its message says: the ways in which a reader of foreign bytes goes wrong.
#include "indexer/worker/serve.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>
#include <vector>

namespace {

/// Of those a program may have been left with.
int open_descriptors() {
    int open = 0;
    for (int i = 0; i < 256; ++i) open += fcntl(i, F_GETFD) >= 0 ? 1 : 0;
    return open;
}

std::string bound(__rlimit_resource_t resource) {
    struct rlimit both = {};
    if (getrlimit(resource, &both) != 0 || both.rlim_cur != both.rlim_max) return "none";
    return std::to_string(both.rlim_max);
}

/// What the kernel lets it do.
std::string rights() {
    const int kept_from_new_ones = prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0);
    return std::string(kept_from_new_ones == 1 ? "no new privileges" : "new privileges") +
           ", core " + bound(RLIMIT_CORE) + ", file " + bound(RLIMIT_FSIZE);
}

std::string answer(std::string message) {
    if (message == "pid") return std::to_string(getpid());
    if (message == "crash") raise(SIGSEGV);
    if (message == "exit") std::_Exit(3);
    if (message == "hang") std::this_thread::sleep_for(std::chrono::hours(1));
    if (message == "rubbish") {
        if (write(STDOUT_FILENO, "Syntax Error: no such font\n", 27) != 27) std::_Exit(1);
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
    if (message == "devour") {
        std::vector<std::vector<char>> eaten;
        for (;;) eaten.emplace_back(16U << 20U, 'x');
    }
    if (message == "flood") return std::string(2U << 20U, 'x');
    if (message == "descriptors") return std::to_string(open_descriptors());
    if (message == "rights") return rights();
    return "echo " + message;
}

}  // namespace

int main() { return sitrep::serve(answer); }
