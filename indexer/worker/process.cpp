#include "indexer/worker/process.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "indexer/worker/descriptor.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <thread>
#include <utility>

namespace sitrep {
namespace {

constexpr int kFirstFree = 3;

/// Never above what we may have ourselves: only root could raise that.
bool limit(int resource, rlim_t value) {
    const auto what = static_cast<__rlimit_resource_t>(resource);
    struct rlimit now = {};
    if (getrlimit(what, &now) != 0) return false;
    value = std::min(value, now.rlim_max);
    const struct rlimit both = {value, value};
    return setrlimit(what, &both) == 0;
}

bool apply(const ProcessLimits& limits) {
    if (!limit(RLIMIT_CORE, 0) || !limit(RLIMIT_FSIZE, limits.file_bytes)) return false;
    // Not RLIMIT_AS: runtimes such as Haskell's and Java's reserve far more than they use.
    return kSanitized || limits.memory_bytes == 0 || limit(RLIMIT_DATA, limits.memory_bytes);
}

bool becomes(int descriptor, int standard) {
    if (descriptor < 0) descriptor = open("/dev/null", standard == 0 ? O_RDONLY : O_WRONLY);
    return descriptor >= 0 && dup2(descriptor, standard) == standard;
}

/// What the child does between fork() and execve(): calls that are safe after a fork of a threaded
/// program, and nothing else. Returns only when one fails.
void become(char* const* arguments, char* const* environment, const Streams& streams,
            const ProcessLimits& limits, pid_t parent) {
    if (setpgid(0, 0) != 0) return;
    // Our own death must be its death; it may have come before the kernel was asked for that.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) return;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
    if (!becomes(streams.in, STDIN_FILENO) || !becomes(streams.out, STDOUT_FILENO) ||
        !becomes(streams.err, STDERR_FILENO)) {
        return;
    }
    // All of ours close themselves already; this is for what libraries may have opened. Kernels
    // before 5.11 do not know it.
    close_range(kFirstFree, ~0U, CLOSE_RANGE_CLOEXEC);
    for (const int ignored : {SIGPIPE, SIGXFSZ}) std::signal(ignored, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (!apply(limits)) return;
    execve(arguments[0], arguments, environment);
}

/// Ours, with the variables in the place of those of their names.
std::vector<char*> environment_with(const std::vector<std::string>& variables) {
    std::vector<char*> all;
    for (char** one = environ; one != nullptr && *one != nullptr; ++one) {
        const std::string_view text = *one;
        const std::string_view name = text.substr(0, text.find('=') + 1);
        const bool is_replaced =
            std::any_of(variables.begin(), variables.end(), [&](const std::string& variable) {
                return !name.empty() && variable.starts_with(name);
            });
        if (!is_replaced) all.push_back(*one);
    }
    for (const std::string& variable : variables)
        all.push_back(const_cast<char*>(variable.c_str()));
    all.push_back(nullptr);
    return all;
}

std::optional<std::string> find_program(const std::string& program) {
    const auto runs = [](const std::string& path) { return access(path.c_str(), X_OK) == 0; };
    if (program.find('/') != std::string::npos)
        return runs(program) ? std::optional(program) : std::nullopt;
    const char* path = std::getenv("PATH");
    for (const std::string_view folder : split(path == nullptr ? "/usr/bin:/bin" : path, ':')) {
        if (folder.empty() || program.empty()) continue;
        std::string candidate = std::string(folder) + "/" + program;
        if (runs(candidate)) return candidate;
    }
    return std::nullopt;
}

}  // namespace

bool Ending::was_killed() const { return signal == SIGKILL || signal == SIGTERM; }

std::string Ending::text() const {
    if (was_killed()) return "was killed (signal " + std::to_string(signal) + ")";
    return signal != 0 ? "crashed (signal " + std::to_string(signal) + ")"
                       : "exit code " + std::to_string(exit_code);
}

Result<Process> Process::start(const std::vector<std::string>& command, const Streams& streams,
                               const ProcessLimits& limits,
                               const std::vector<std::string>& variables) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    std::vector<char*> environment = environment_with(variables);
    // Closed by a successful execve(): then nothing comes out of it.
    Result<DescriptorPair> failed = DescriptorPair::pipe();
    if (!failed) return failed.error();
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid < 0) return io_error("cannot start " + command.front(), errno);
    if (pid == 0) {
        errno = 0;
        become(arguments.data(), environment.data(), streams, limits, parent);
        const int reason = errno;
        if (write(failed->second.get(), &reason, sizeof reason) < 0) _exit(126);
        _exit(127);
    }
    Process process(pid);
    failed->second = {};
    int reason = 0;
    ssize_t n = 0;
    do {
        n = read(failed->first.get(), &reason, sizeof reason);
    } while (n < 0 && errno == EINTR);
    if (n != 0) return io_error("cannot start " + command.front(), reason);
    return process;
}

Process::Process(Process&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}

Process& Process::operator=(Process&& other) noexcept {
    if (this == &other) return *this;
    stop();
    pid_ = std::exchange(other.pid_, -1);
    return *this;
}

Process::~Process() { stop(); }

bool Process::has_ended() const {
    if (pid_ < 0) return true;
    siginfo_t info = {};
    // Left to be reaped by stop(), so that until then its number is nobody else's.
    const int status = waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT);
    return status != 0 || info.si_pid == pid_;
}

bool Process::ends_within(std::chrono::milliseconds time,
                          const std::function<bool()>& interrupted) const {
    constexpr std::chrono::milliseconds kNap{2};
    const auto deadline = std::chrono::steady_clock::now() + time;
    while (!has_ended()) {
        if (interrupted() || std::chrono::steady_clock::now() >= deadline) return false;
        std::this_thread::sleep_for(kNap);
    }
    return true;
}

Ending Process::stop() {
    if (pid_ < 0) return {};
    kill(-pid_, SIGKILL);
    kill(pid_, SIGKILL);  // where it died before it had its group
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    if (WIFSIGNALED(status)) return {0, WTERMSIG(status)};
    return {WEXITSTATUS(status), 0};
}

Result<std::string> program_path(const std::string& program) {
    const std::optional<std::string> found = find_program(program);
    if (!found) return Error{ErrorCode::Usage, program + " is no program that can be run"};
    return absolute_path(*found);
}

}  // namespace sitrep
