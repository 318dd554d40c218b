#include "indexer/interrupt.hpp"

#include <atomic>
#include <csignal>
#include <initializer_list>

namespace sitrep {
namespace {

/// Threads that wait for filters ask it, too: a sig_atomic_t is for one thread alone.
std::atomic<int> caught = 0;
static_assert(std::atomic<int>::is_always_lock_free);  // else no handler may write it

void remember(int number) { caught = number; }

}  // namespace

void watch_for_interrupts() {
    struct sigaction action = {};
    action.sa_handler = remember;
    action.sa_flags = static_cast<int>(SA_RESETHAND);  // the next one kills
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before = {};
        sigaction(number, &action, &before);
        if (before.sa_handler == SIG_IGN) sigaction(number, &before, nullptr);  // as nohup(1) wants
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

int interrupt_signal() { return caught; }

}  // namespace sitrep
