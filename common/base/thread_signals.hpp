// Signals and threads.
#pragma once

#include "base/result.hpp"

#include <csignal>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace sitrep {

/// Starts one more thread that runs `work`. Fails with Io where the system has none left, for want
/// of memory mostly.
template <class Work>
Result<void> start_thread(std::vector<std::thread>& threads, Work work) {
    try {
        threads.emplace_back(std::move(work));
    } catch (const std::system_error&) {
        return Error{ErrorCode::Io, "cannot start a thread: out of memory, or of threads",
                     "free some, or ask for fewer with --jobs"};
    }
    return {};
}

/// Threads that are started while it lives get no signals: these are for the thread that started
/// them.
class SignalsElsewhere {
  public:
    SignalsElsewhere() {
        sigset_t all;
        sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    SignalsElsewhere(const SignalsElsewhere&) = delete;
    SignalsElsewhere& operator=(const SignalsElsewhere&) = delete;
    ~SignalsElsewhere() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_{};
};

}  // namespace sitrep
