#include "indexer/source/reading.hpp"

#include <fmt/format.h>

#include <utility>

namespace sitrep {

bool Reading::record(RawRecord record) {
    stopped_ = stopped_ || !sink_.record(std::move(record));
    return !stopped();
}

Result<void> Reading::unpacked(std::size_t bytes) {
    unpacked_ += bytes;
    if (unpacked_ > limits_.unpacked_bytes) {
        exhausted_ = true;
        return Error{ErrorCode::BadInput,
                     fmt::format("unpacks to more than {} bytes in all", limits_.unpacked_bytes)};
    }
    if (unpacked_ > limits_.free_bytes && unpacked_ / limits_.ratio > root_.reached()) {
        exhausted_ = true;
        return Error{ErrorCode::BadInput,
                     fmt::format("unpacks to more than {} times its size", limits_.ratio),
                     "nothing people write is packed so well: it may be made to do harm"};
    }
    return {};
}

Result<void> Reading::member() {
    if (++members_ <= limits_.members) return {};
    exhausted_ = true;
    return Error{ErrorCode::BadInput, fmt::format("holds more than {} members", limits_.members)};
}

}  // namespace sitrep
