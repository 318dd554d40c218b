#include "indexer/worker/worker.hpp"

#include "indexer/worker/frame.hpp"
#include "indexer/worker/serve.hpp"
#include "indexer/worker/stream_pump.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <utility>

namespace sitrep {

Worker::Worker(std::vector<std::string> command, const WorkerLimits& limits,
               std::function<bool()> interrupted)
    : command_(std::move(command)), limits_(limits), interrupted_(std::move(interrupted)) {}

/// A process that waits for a message: the one there is, unless it has died in between or served
/// its time.
Result<void> Worker::ready(std::size_t message_bytes) {
    if (running_ && (running_->process.has_ended() || running_->messages >= limits_.messages ||
                     running_->message_bytes + message_bytes > limits_.message_bytes)) {
        running_.reset();
    }
    if (running_) return {};
    Result<DescriptorPair> ends = DescriptorPair::socket();
    if (!ends) return Error{ErrorCode::Transient, ends.error().message};
    const int theirs = ends->second.get();
    // Libraries chatter about damaged files; a sanitizer's finding must be seen.
    const int errors = kSanitized ? STDERR_FILENO : -1;
    Result<Process> process =
        Process::start(command_, {theirs, theirs, errors}, {limits_.memory_bytes, 0});
    if (!process) {
        return Error{ErrorCode::Transient, process.error().message, "is Sitrep installed whole?"};
    }
    running_ = Running{*std::move(process), std::move(ends->first)};
    return {};
}

Result<std::string> Worker::ask(const std::vector<std::string_view>& pieces) {
    std::size_t bytes = 0;
    for (const std::string_view piece : pieces) bytes += piece.size();
    if (Result<void> is_ready = ready(bytes); !is_ready) return is_ready.error();
    ++running_->messages;
    running_->message_bytes += bytes;
    Result<std::string> answer = talk(pieces, bytes);
    if (!answer) running_.reset();
    return answer;
}

Result<std::string> Worker::talk(const std::vector<std::string_view>& pieces, std::size_t bytes) {
    const std::string header = frame_header(bytes);
    std::vector<std::string_view> sent{header};
    sent.insert(sent.end(), pieces.begin(), pieces.end());
    FrameReader reader(limits_.answer_bytes);
    StreamPump pump(limits_.time, interrupted_);
    pump.writes(running_->socket, std::move(sent));
    pump.reads(running_->socket, [&reader](std::string_view piece) {
        return reader.add(piece) == FrameReader::State::Incomplete;
    });
    const StreamPump::End end = pump.run();
    if (reader.state() == FrameReader::State::Complete) return std::move(reader).take();
    if (reader.state() == FrameReader::State::Broken)
        return Error{ErrorCode::BadInput, "answered rubbish"};
    switch (end) {
        case StreamPump::End::Interrupted:
            return Error{ErrorCode::Transient, "was interrupted"};
        case StreamPump::End::Late:
            return Error{ErrorCode::Transient,
                         fmt::format("was killed after {} s",
                                     std::chrono::duration<double>(limits_.time).count())};
        default:
            break;
    }
    const Ending ending = running_->process.stop();
    if (ending.signal == 0 && ending.exit_code == kOutOfMemoryExit)
        return Error{ErrorCode::Transient, "ran out of memory"};
    return Error{ending.was_killed() ? ErrorCode::Transient : ErrorCode::BadInput, ending.text()};
}

}  // namespace sitrep
