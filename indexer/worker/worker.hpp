// A process of ours that reads what may crash, hang or devour its reader: a library we cannot vouch
// for then costs one file, not the run. The other side is serve.hpp.
//
// It is started by execve() of a program of its own, not forked from an early copy of this one: its
// address space is clean whatever threads and database are open here, and the libraries behind it
// are loaded only where there is something for them to read.
#pragma once

#include "base/result.hpp"
#include "indexer/worker/descriptor.hpp"
#include "indexer/worker/process.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct WorkerLimits {
    std::uint64_t memory_bytes = 176U << 20U;  ///< it may write
    std::chrono::milliseconds time{60'000};    ///< for one message, by the clock
    std::uint64_t answer_bytes = 64U << 20U;
    unsigned messages = 500;  ///< before a new one takes over: libraries leak
    std::uint64_t message_bytes = 256U << 20U;
};

class Worker {
  public:
    /// Starts nothing yet. `interrupted` is asked now and then while an answer is waited for.
    Worker(std::vector<std::string> command, const WorkerLimits& limits,
           std::function<bool()> interrupted);

    /// The answer to the message that `pieces` make together. Starts a process where there is none.
    /// When it dies, hangs or answers what is no frame, it is killed, this message fails with the
    /// reason, and the next gets a new process: with BadInput when it crashed or answered rubbish,
    /// with Transient when its time or memory was over, when it was killed or interrupted, or when
    /// none can be started.
    Result<std::string> ask(const std::vector<std::string_view>& pieces);

    /// Of the process that answers now, or -1.
    int process_id() const { return running_ ? running_->process.id() : -1; }

  private:
    struct Running {
        Process process;
        Descriptor socket;
        unsigned messages = 0;
        std::uint64_t message_bytes = 0;
    };
    Result<void> ready(std::size_t message_bytes);
    Result<std::string> talk(const std::vector<std::string_view>& pieces, std::size_t bytes);

    std::vector<std::string> command_;
    WorkerLimits limits_;
    std::function<bool()> interrupted_;
    std::optional<Running> running_;
};

}  // namespace sitrep
