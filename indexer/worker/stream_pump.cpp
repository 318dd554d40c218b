#include "indexer/worker/stream_pump.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace sitrep {
namespace {

/// How long a signal or the end of a program may stay unnoticed.
constexpr std::chrono::milliseconds kSlice{100};
constexpr std::size_t kPiece = 64U << 10U;
/// In so many turns all is read that a pipe or a socket held when the end came. Who still writes
/// may do so faster than we read.
constexpr int kLastTurns = 16;

void never_waits(const Descriptor& descriptor) {
    const int flags = fcntl(descriptor.get(), F_GETFL);
    fcntl(descriptor.get(), F_SETFL, flags | O_NONBLOCK);
}

}  // namespace

void StreamPump::writes(Descriptor& to, std::vector<std::string_view> pieces, bool close_behind) {
    never_waits(to);
    outputs_.push_back({&to, std::move(pieces), close_behind});
}

void StreamPump::reads(Descriptor& from, std::function<bool(std::string_view)> take) {
    never_waits(from);
    inputs_.push_back({&from, std::move(take)});
}

/// SIGPIPE is ignored in this program: a closed end is an error like another.
void StreamPump::write_some(Output& output) {
    while (!output.pieces.empty()) {
        std::string_view& piece = output.pieces.front();
        const ssize_t n = write(output.to->get(), piece.data(), piece.size());
        if (n < 0 && errno == EAGAIN) return;
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            output.pieces.clear();
            break;
        }
        piece.remove_prefix(static_cast<std::size_t>(n));
        if (piece.empty()) output.pieces.erase(output.pieces.begin());
    }
    if (output.close_behind) *output.to = {};
}

/// One piece, so that time and signals are looked at between two. Returns false when this stream is
/// over.
bool StreamPump::read_some(Input& input) {
    std::array<char, kPiece> buffer;
    const ssize_t n = read(input.from->get(), buffer.data(), buffer.size());
    if (n < 0) return errno == EAGAIN || errno == EINTR;
    return n > 0 && input.take({buffer.data(), static_cast<std::size_t>(n)});
}

/// Waits for at most `wait` and moves what can be moved; returns whether anything was ready.
bool StreamPump::turn(std::chrono::milliseconds wait) {
    std::vector<pollfd> polled;
    for (const Output& output : outputs_) polled.push_back({output.to->get(), POLLOUT, 0});
    for (const Input& input : inputs_) polled.push_back({input.from->get(), POLLIN, 0});
    if (poll(polled.data(), polled.size(), static_cast<int>(wait.count())) <= 0) return false;
    for (std::size_t i = 0; i < outputs_.size(); ++i) {
        if (polled[i].revents != 0) write_some(outputs_[i]);
    }
    const std::size_t first_input = outputs_.size();
    for (std::size_t i = inputs_.size(); i-- > 0;) {
        if (polled[first_input + i].revents != 0 && !read_some(inputs_[i]))
            inputs_.erase(inputs_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    std::erase_if(outputs_, [](const Output& output) { return output.pieces.empty(); });
    return true;
}

std::chrono::milliseconds StreamPump::time_left() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
}

StreamPump::End StreamPump::run() {
    for (int last_turns = 0; !inputs_.empty();) {
        if (interrupted_()) return End::Interrupted;
        const std::chrono::milliseconds left = time_left();
        const bool late = left.count() <= 0;
        const bool over = over_ && over_();
        // Stopped by Ctrl-Z, we come back late to an answer that is there: a last look.
        const auto wait = late || over ? std::chrono::milliseconds(0) : std::min(left, kSlice);
        const bool moved = turn(wait);
        if (!late && !over) continue;
        if (moved && ++last_turns < kLastTurns) continue;
        if (inputs_.empty() || over) break;
        return End::Late;
    }
    return End::Done;
}

}  // namespace sitrep
