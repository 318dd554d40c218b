// Bytes to and from another program at the same time, neither side ever waiting for the other for
// good: poll(2), a deadline, and a look for Ctrl-C.
#pragma once

#include "indexer/worker/descriptor.hpp"

#include <chrono>
#include <functional>
#include <string_view>
#include <vector>

namespace sitrep {

class StreamPump {
  public:
    using Clock = std::chrono::steady_clock;

    StreamPump(std::chrono::milliseconds time, const std::function<bool()>& interrupted)
        : deadline_(Clock::now() + time), interrupted_(interrupted) {}

    /// To be written to `to`, which is closed behind it when it is `close_behind`. What the other
    /// side does not want is left.
    void writes(Descriptor& to, std::vector<std::string_view> pieces, bool close_behind = false);
    /// What comes from `from` goes to `take`, until it returns false or the stream ends.
    void reads(Descriptor& from, std::function<bool(std::string_view)> take);
    /// Asked now and then: when it says so, what has come is still taken, and then it is the end.
    void ends_when(std::function<bool()> over) { over_ = std::move(over); }

    enum class End { Done, Late, Interrupted };
    /// Done when all readers are.
    End run();
    std::chrono::milliseconds time_left() const;

  private:
    struct Output {
        Descriptor* to;
        std::vector<std::string_view> pieces;
        bool close_behind;
    };
    struct Input {
        Descriptor* from;
        std::function<bool(std::string_view)> take;
    };
    static void write_some(Output& output);
    static bool read_some(Input& input);
    bool turn(std::chrono::milliseconds wait);

    Clock::time_point deadline_;
    const std::function<bool()>& interrupted_;
    std::function<bool()> over_;
    std::vector<Output> outputs_;
    std::vector<Input> inputs_;
};

}  // namespace sitrep
