#include "indexer/source/file_source.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kSmallest = 4U << 10U;
constexpr std::size_t kLargest = 256U << 10U;

}  // namespace

/// One byte more than the file has: a small one is read, and its end seen, in two calls.
FileSource::FileSource(OpenFile file) : file_(std::move(file)) {
    const std::uint64_t size = file_.signature().size;
    buffer_.resize(
        static_cast<std::size_t>(std::clamp<std::uint64_t>(size + 1, kSmallest, kLargest)));
}

Result<std::string_view> FileSource::next() {
    Result<std::size_t> n = file_.read(buffer_.data(), buffer_.size(), offset_);
    if (!n) {
        failed_ = true;
        return n.error();
    }
    const std::string_view bytes(buffer_.data(), *n);
    if (offset_ == hashed_) {
        hasher_.add(bytes);
        hashed_ += bytes.size();
    }
    offset_ += bytes.size();
    reached_ = std::max(reached_, offset_);
    return bytes;
}

Result<std::string> FileSource::content_hash() {
    seek(hashed_);
    for (;;) {
        Result<std::string_view> bytes = next();
        if (!bytes) return bytes.error();
        if (bytes->empty()) return hasher_.hex();
    }
}

}  // namespace sitrep
