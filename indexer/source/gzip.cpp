#include "indexer/source/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace sitrep {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib's largest window, gzip wrapping only
constexpr std::size_t kChunk = 64U << 10U;

Error damaged(const char* how) { return {ErrorCode::BadInput, std::string("gzip: ") + how}; }

class GzipSource : public ByteSource {
  public:
    GzipSource(ByteSource& packed, Reading& reading) : packed_(packed), reading_(reading) {
        buffer_.resize(kChunk);
        ready_ = inflateInit2(&stream_, kGzipWindow) == Z_OK;
    }
    ~GzipSource() override { inflateEnd(&stream_); }

    Result<std::string_view> next() override {
        if (!ready_) return damaged("out of memory");
        while (!ended_) {
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

  private:
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
    bool ready_ = false;
    bool first_ = true;
    bool in_member_ = false;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> gunzipped(ByteSource& packed, Reading& reading) {
    return std::make_unique<GzipSource>(packed, reading);
}

}  // namespace sitrep
