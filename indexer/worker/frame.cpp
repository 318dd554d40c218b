#include "indexer/worker/frame.hpp"

namespace sitrep {
namespace {

constexpr std::string_view kMark = "SRW1";

}  // namespace

std::string frame_header(std::uint64_t message_bytes) {
    std::string header(kMark);
    for (unsigned shift = 0; shift < 64; shift += 8)
        header.push_back(static_cast<char>((message_bytes >> shift) & 0xFFU));
    return header;
}

FrameReader::State FrameReader::add(std::string_view piece) {
    if (state_ == State::Broken || piece.empty()) return state_;
    bytes_ += piece;
    return state_ = judged();
}

FrameReader::State FrameReader::judged() {
    if (!promised_) {
        if (bytes_.size() < kFrameHeaderBytes) return State::Incomplete;
        if (!bytes_.starts_with(kMark)) return State::Broken;
        std::uint64_t promised = 0;
        for (std::size_t at = kFrameHeaderBytes; at-- > kMark.size();)
            promised = promised << 8U | static_cast<unsigned char>(bytes_[at]);
        bytes_.erase(0, kFrameHeaderBytes);
        promised_ = promised;
    }
    if (*promised_ > max_bytes_ || bytes_.size() > *promised_) return State::Broken;
    return bytes_.size() == *promised_ ? State::Complete : State::Incomplete;
}

}  // namespace sitrep
