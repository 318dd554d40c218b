#include "indexer/source/byte_source.hpp"

#include "base/size_limit.hpp"

#include <algorithm>

namespace sitrep {

Result<std::string_view> MemorySource::next() {
    constexpr std::uint64_t kPiece = 256U << 10U;  // `reached` is to tell how much was needed
    if (offset_ >= bytes_.size()) return std::string_view();
    const std::string_view piece = bytes_.substr(static_cast<std::size_t>(offset_), kPiece);
    offset_ += piece.size();
    reached_ = std::max(reached_, offset_);
    return piece;
}

Result<std::string> read_whole(ByteSource& source, std::uint64_t max_bytes) {
    std::string bytes;
    if (const SeekableSource* known = source.seekable(); known != nullptr)
        bytes.reserve(static_cast<std::size_t>(std::min(known->size(), max_bytes)));
    for (;;) {
        Result<std::string_view> piece = source.next();
        if (!piece) return piece.error();
        if (piece->empty()) return bytes;
        if (piece->size() > max_bytes - bytes.size()) return too_large(max_bytes);
        bytes += *piece;
    }
}

}  // namespace sitrep
