#include "indexer/worker/child_call.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

namespace sitrep {
namespace {

/// The answer goes through the pipe: an exit code alone may be another's, as a sanitizer's is.
[[noreturn]] void be_child(const std::function<int()>& work, int pipe) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto answer = static_cast<unsigned char>(work());
    std::fflush(nullptr);
    const bool told = ::write(pipe, &answer, 1) == 1;
    ::_exit(told ? 0 : 1);
}

int wait_for(pid_t child, const std::function<int()>& signal) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        if (const int number = signal(); number != 0) ::kill(child, number);
    }
    return status;
}

}  // namespace

Result<CallEnding> call_in_child(const std::function<int()>& work,
                                 const std::function<int()>& signal) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return io_error("cannot make a pipe", errno);
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child == 0) be_child(work, ends[1]);
    const int failure = errno;
    ::close(ends[1]);
    if (child < 0) {
        ::close(ends[0]);
        return io_error("cannot start a process", failure);
    }
    const int status = wait_for(child, signal);
    CallEnding called;
    unsigned char answer = 0;
    if (::read(ends[0], &answer, 1) == 1) called.answer = answer;
    ::close(ends[0]);
    called.ending = {WIFEXITED(status) ? WEXITSTATUS(status) : 0,
                     WIFSIGNALED(status) ? WTERMSIG(status) : 0};
    return called;
}

}  // namespace sitrep
