#include "indexer/worker/frame.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using State = FrameReader::State;

TEST_CASE("frame: a message is put together from pieces of any size") {
    const std::string sent = frame_header(5) + "hello";
    for (std::size_t size = 1; size <= sent.size(); ++size) {
        FrameReader reader(100);
        State state = State::Incomplete;
        for (std::size_t at = 0; at < sent.size(); at += size) {
            CHECK(state == State::Incomplete);
            state = reader.add(std::string_view(sent).substr(at, size));
        }
        CHECK(state == State::Complete);
        CHECK(std::move(reader).take() == "hello");
    }
}

TEST_CASE("frame: an empty message is one") {
    FrameReader reader(0);
    CHECK(reader.add(frame_header(0)) == State::Complete);
}

TEST_CASE("frame: what is no frame, too large, or has something behind it is broken") {
    CHECK(FrameReader(100).add("Syntax Error (1)") == State::Broken);
    CHECK(FrameReader(100).add(frame_header(101)) == State::Broken);
    CHECK(FrameReader(100).add(frame_header(UINT64_MAX)) == State::Broken);
    CHECK(FrameReader(100).add(frame_header(1) + "ab") == State::Broken);
    FrameReader reader(100);
    reader.add(frame_header(1) + "ab");
    CHECK(reader.add("c") == State::Broken);
}
