#include "indexer/source/gzip.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <limits>

namespace sitrep {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib's largest window, gzip wrapping only
constexpr std::size_t kChunk = 64U << 10U;

class Inflater {
  public:
    Inflater() { ready_ = inflateInit2(&stream_, kGzipWindow) == Z_OK; }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    bool ready() const { return ready_; }
    z_stream& stream() { return stream_; }

  private:
    z_stream stream_ = {};
    bool ready_ = false;
};

bool begins_member(std::string_view bytes) {
    return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

Error damaged(const char* how) { return {ErrorCode::BadInput, std::string("gzip: ") + how}; }

/// Inflates one member at the front of `bytes` onto `out`; returns the bytes it took.
Result<std::size_t> inflate_member(std::string_view bytes, std::uint64_t max_bytes,
                                   std::string& out) {
    Inflater inflater;
    if (!inflater.ready()) return damaged("out of memory");
    z_stream& stream = inflater.stream();
    // zlib's interface is not const-correct; it does not write to its input.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in =
        static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
    for (;;) {
        const std::size_t filled = out.size();
        out.resize(filled + kChunk);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + filled);
        stream.avail_out = kChunk;
        const int status = inflate(&stream, Z_NO_FLUSH);
        out.resize(filled + kChunk - stream.avail_out);
        if (out.size() > max_bytes) {
            return Error{ErrorCode::TooLarge,
                         fmt::format("unpacks to more than the limit of {} bytes", max_bytes),
                         "raise it with --max-file-size"};
        }
        if (status == Z_STREAM_END) return static_cast<std::size_t>(stream.total_in);
        if (status == Z_BUF_ERROR ||
            (status == Z_OK && stream.avail_in == 0 && stream.avail_out != 0)) {
            return damaged("the file ends too early");
        }
        if (status != Z_OK)
            return damaged(stream.msg == nullptr ? "the data are damaged" : stream.msg);
    }
}

}  // namespace

Result<std::string> gunzip(std::string_view bytes, std::uint64_t max_bytes) {
    if (!begins_member(bytes)) return damaged("the file is not gzip");
    std::string out;
    while (begins_member(bytes)) {
        Result<std::size_t> taken = inflate_member(bytes, max_bytes, out);
        if (!taken) return taken.error();
        bytes.remove_prefix(*taken);
    }
    return out;
}

}  // namespace sitrep
