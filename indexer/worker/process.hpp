// Another program, run for us: kept small by limits, alone with its three streams, and never left
// behind. The only place that starts one.
#pragma once

#include "base/result.hpp"
#include "base/sanitized.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace sitrep {

struct ProcessLimits {
    std::uint64_t memory_bytes = 0;  ///< it may write; 0: no limit. Sanitized builds have none.
    std::uint64_t file_bytes = 0;    ///< of any file it writes; the largest number: no limit
};

/// How a program ended.
struct Ending {
    int exit_code = 0;  ///< when `signal` is 0
    int signal = 0;
    /// By somebody else, as the kernel does when memory ends: not the fault of what it read.
    bool was_killed() const;
    /// "exit code 3", "crashed (signal 11)", "was killed (signal 9)"
    std::string text() const;
};

struct Streams {
    int in = -1;  ///< -1: /dev/null
    int out = -1;
    int err = -1;
};

class Process {
  public:
    /// Starts `command` (its first word is a path) in a process group of its own, without core
    /// dumps and new privileges, with `streams` and no other descriptor; it dies with the thread
    /// that started it. `variables`, each a `NAME=VALUE`, take the place of those that have their
    /// names in its environment. Fails with Io when it cannot be started.
    static Result<Process> start(const std::vector<std::string>& command, const Streams& streams,
                                 const ProcessLimits& limits,
                                 const std::vector<std::string>& variables = {});

    Process(Process&& other) noexcept;
    Process& operator=(Process&& other) noexcept;
    ~Process();

    /// Whether it has ended by itself.
    bool has_ended() const;
    /// The same, waiting for it for at most `time`, or until `interrupted` says so.
    bool ends_within(std::chrono::milliseconds time,
                     const std::function<bool()>& interrupted) const;
    /// Kills what is left of it and of all it started in its group; how it ended.
    Ending stop();
    int id() const { return pid_; }

  private:
    explicit Process(int pid) : pid_(pid) {}
    int pid_ = -1;
};

/// The absolute path of `program`, looked up in $PATH when it has no slash. Fails with Usage when
/// it cannot be run.
Result<std::string> program_path(const std::string& program);

}  // namespace sitrep
