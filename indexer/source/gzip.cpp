#include "indexer/source/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace sitrep {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib's largest window, gzip wrapping only
constexpr int kZlibWindow = 15;
constexpr int kBareWindow = -15;
constexpr std::size_t kChunk = 64U << 10U;

class InflateSource : public ByteSource {
  public:
    InflateSource(ByteSource& packed, int window, Reading& reading)
        : packed_(packed), reading_(reading), members_(window == kGzipWindow) {
        buffer_.resize(kChunk);
        ready_ = inflateInit2(&stream_, window) == Z_OK;
        in_member_ = !members_;
    }
    ~InflateSource() override { inflateEnd(&stream_); }

    Result<std::string_view> next() override {
        if (!ready_) return damaged("out of memory");
        while (!ended_) {
            if (!in_member_ && !members_) break;
            if (!in_member_) {
                Result<bool> begins = begin_member();
                if (!begins) return begins.error();
                if (!*begins) break;
            }
            Result<std::size_t> filled = inflate_some();
            if (!filled) return filled.error();
            if (*filled == 0) continue;
            if (Result<void> charged = reading_.unpacked(*filled); !charged) return charged.error();
            return std::string_view(buffer_).substr(0, *filled);
        }
        ended_ = true;
        return std::string_view();
    }

    /// At the next bytes that look like the head of a member (RFC 1952, section 2.3).
    bool recover() override {
        if (!members_ || reading_.stopped()) return false;
        if (consumed_ == recovered_at_ && !input_.empty()) input_.remove_prefix(1);
        recovered_at_ = consumed_;
        for (;;) {
            const std::size_t at = input_.find("\x1f\x8b\x08");
            if (at != std::string_view::npos) {
                input_.remove_prefix(at);
                in_member_ = true;
                ready_ = inflateReset(&stream_) == Z_OK;
                return ready_;
            }
            const std::string rest(
                input_.substr(input_.size() - std::min<std::size_t>(input_.size(), 2)));
            const Result<std::string_view> piece = packed_.next();
            if (!piece || piece->empty()) return false;
            joined_ = rest;
            input_ = joined_ += *piece;
        }
    }

  private:
    Error damaged(const char* how) const {
        return {ErrorCode::BadInput, std::string(members_ ? "gzip: " : "deflate: ") + how};
    }

    /// Whether a member begins here; an error where the first should.
    Result<bool> begin_member() {
        while (input_.size() < 2) {  // the two magic bytes may stand in two pieces
            const std::string rest(input_);
            Result<std::string_view> piece = packed_.next();
            if (!piece) return piece.error();
            if (piece->empty()) break;
            joined_ = rest;
            input_ = rest.empty() ? *piece : std::string_view(joined_ += *piece);
        }
        const bool begins = input_.starts_with("\x1f\x8b");
        if (!begins && first_) return damaged("the file is not gzip");
        if (begins && !first_) ready_ = inflateReset(&stream_) == Z_OK;
        in_member_ = begins;
        first_ = false;
        return begins && ready_;
    }

    /// Fills the buffer with what the input at hand gives, which may be nothing.
    Result<std::size_t> inflate_some() {
        if (input_.empty()) {
            Result<std::string_view> piece = packed_.next();
            if (!piece) return piece.error();
            if (piece->empty()) return damaged("the file ends too early");
            input_ = *piece;
        }
        const std::size_t offered =
            std::min<std::size_t>(input_.size(), std::numeric_limits<uInt>::max());
        // zlib's interface is not const-correct; it does not write to its input.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input_.data()));
        stream_.avail_in = static_cast<uInt>(offered);
        stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
        stream_.avail_out = static_cast<uInt>(buffer_.size());
        const int status = inflate(&stream_, Z_NO_FLUSH);
        input_.remove_prefix(offered - stream_.avail_in);
        consumed_ += offered - stream_.avail_in;
        if (status == Z_STREAM_END) {
            in_member_ = false;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            return damaged(stream_.msg == nullptr ? "the data are damaged" : stream_.msg);
        }
        return buffer_.size() - stream_.avail_out;
    }

    ByteSource& packed_;
    Reading& reading_;
    z_stream stream_ = {};
    std::string buffer_;
    std::string_view input_;
    std::string joined_;
    std::uint64_t consumed_ = 0;
    std::uint64_t recovered_at_ = std::numeric_limits<std::uint64_t>::max();
    bool members_;  ///< gzip: several may follow one another
    bool ready_ = false;
    bool first_ = true;
    bool in_member_ = false;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> gunzipped(ByteSource& packed, Reading& reading) {
    return std::make_unique<InflateSource>(packed, kGzipWindow, reading);
}

std::unique_ptr<ByteSource> inflated(ByteSource& packed, std::string_view start, Reading& reading) {
    const auto byte = [start](std::size_t at) {
        return at < start.size() ? static_cast<unsigned char>(start[at]) : 0U;
    };
    const bool zlib = (byte(0) & 0x0FU) == 8 && (byte(0) * 256 + byte(1)) % 31 == 0;
    return std::make_unique<InflateSource>(packed, zlib ? kZlibWindow : kBareWindow, reading);
}

}  // namespace sitrep
