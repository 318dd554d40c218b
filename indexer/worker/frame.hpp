// How we and our worker processes cut their stream into messages: four bytes that say it is one,
// its length in eight (low byte first), its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

inline constexpr std::size_t kFrameHeaderBytes = 12;

std::string frame_header(std::uint64_t message_bytes);

/// Collects one message from the pieces it comes in. Any bytes are safe; memory is taken for what
/// has come, never for what a header promises.
class FrameReader {
  public:
    explicit FrameReader(std::uint64_t max_message_bytes) : max_bytes_(max_message_bytes) {}

    enum class State {
        Incomplete,
        Complete,
        Broken,  ///< no message of ours, too large, or followed by more
    };
    State add(std::string_view piece);
    State state() const { return state_; }

    /// The message of a complete frame.
    std::string take() && { return std::move(bytes_); }

  private:
    State judged();
    std::uint64_t max_bytes_;
    std::optional<std::uint64_t> promised_;
    std::string bytes_;
    State state_ = State::Incomplete;
};

}  // namespace sitrep
