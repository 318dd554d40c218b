#include "indexer/worker/stream_pump.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

using namespace sitrep;
using namespace std::chrono_literals;

namespace {

/// A stream that is never empty: what is taken from it is put back, for 20 s at most.
class Spring {
  public:
    Spring() {
        Result<DescriptorPair> made = DescriptorPair::pipe();
        REQUIRE(made);
        pipe_ = *std::move(made);
        put("more");
    }

    StreamPump::End pumped(std::chrono::milliseconds time, const std::function<bool()>& interrupted,
                           const std::function<bool()>& over) {
        StreamPump pump(time, interrupted);
        pump.reads(pipe_.first, [this](std::string_view piece) {
            put(piece);
            return lasts();
        });
        pump.ends_when(over);
        return pump.run();
    }
    bool lasts() const { return StreamPump::Clock::now() < until_; }

  private:
    void put(std::string_view text) {
        CHECK(write(pipe_.second.get(), text.data(), text.size()) ==
              static_cast<ssize_t>(text.size()));
    }

    DescriptorPair pipe_;
    StreamPump::Clock::time_point until_ = StreamPump::Clock::now() + 20s;
};

const std::function<bool()> never = [] { return false; };
const std::function<bool()> always = [] { return true; };

}  // namespace

TEST_CASE("stream pump: a stream that never ends is left when the time is over") {
    Spring spring;
    CHECK(spring.pumped(100ms, never, never) == StreamPump::End::Late);
    CHECK(spring.lasts());
}

TEST_CASE("stream pump: a stream that never ends is left at a signal") {
    Spring spring;
    int turns = 0;
    const std::function<bool()> soon = [&turns] { return ++turns > 3; };
    CHECK(spring.pumped(1h, soon, never) == StreamPump::End::Interrupted);
    CHECK(spring.lasts());
}

TEST_CASE("stream pump: a stream that others keep full is left when its program has ended") {
    Spring spring;
    CHECK(spring.pumped(1h, never, always) == StreamPump::End::Done);
    CHECK(spring.lasts());
}

TEST_CASE("stream pump: what is there is taken, however late it is") {
    Result<DescriptorPair> pipe = DescriptorPair::pipe();
    REQUIRE(pipe);
    REQUIRE(write(pipe->second.get(), "answer", 6) == 6);
    pipe->second = {};
    std::string taken;
    StreamPump pump(-1s, never);
    pump.reads(pipe->first, [&taken](std::string_view piece) {
        taken += piece;
        return true;
    });
    CHECK(pump.run() == StreamPump::End::Done);
    CHECK(taken == "answer");
}
