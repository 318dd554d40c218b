#include "indexer/source/http_message.hpp"

#include "base/number.hpp"
#include "base/strings.hpp"
#include "indexer/source/brotli.hpp"
#include "indexer/source/gzip.hpp"
#include "indexer/source/unpacked.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kMaxHeadBytes = 64U << 10U;
constexpr std::size_t kMaxEncodings = 3;

/// The line at the front of `bytes`, taken off with its end.
std::string_view take_line(std::string_view& bytes) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool parse_status(std::string_view line, int& status) {
    if (!line.starts_with("HTTP/")) return false;
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) return false;
    line = trimmed(line.substr(space));
    const auto [end, failure] = std::from_chars(line.data(), line.data() + line.size(), status);
    return failure == std::errc();
}

void take_header(std::string_view name, std::string_view value, HttpResponse& response) {
    if (equals_ignoring_case(name, "Content-Type")) {
        response.content_type = value;
    } else if (equals_ignoring_case(name, "Transfer-Encoding")) {
        response.chunked = response.chunked || contains_ignoring_case(value, "chunked");
    } else if (equals_ignoring_case(name, "Content-Encoding")) {
        for (const std::string_view part : split(value, ',')) {
            std::string encoding = ascii_lower(trimmed(part));
            if (!encoding.empty() && encoding != "identity" &&
                response.encodings.size() < kMaxEncodings)
                response.encodings.push_back(std::move(encoding));
        }
    }
}

/// The length of the chunk that begins with `line`; nothing when it is no such line.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
    constexpr int kHexadecimal = 16;
    return number_in<std::uint64_t>(trimmed(line.substr(0, line.find(';'))), kHexadecimal);
}

/// Joins the chunks of `body` (RFC 9112, section 7.1); as it is when it does not begin with one.
Result<std::string> joined_chunks(std::string_view body) {
    std::string_view rest = body;
    std::string out;
    for (bool first = true; !rest.empty(); first = false) {
        const std::string_view line = take_line(rest);
        if (line.empty() && !first) continue;  // the line end behind each chunk
        const std::optional<std::uint64_t> size = chunk_size(line);
        if (!size && first) return std::string(body);
        if (!size) return Error{ErrorCode::BadInput, "http: a chunk does not begin with its size"};
        if (*size == 0) break;
        const std::string_view chunk =
            rest.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(*size, rest.size())));
        out += chunk;
        rest.remove_prefix(chunk.size());
    }
    return out;
}

/// A packed body, which may have been cut.
class PackedBody : public MemorySource {
  public:
    using MemorySource::MemorySource;

    Result<std::string_view> next() override {
        Result<std::string_view> piece = MemorySource::next();
        ran_out_ = piece && piece->empty();
        return piece;
    }
    /// Whether more was asked for than there is.
    bool ran_out() const { return ran_out_; }

  private:
    bool ran_out_ = false;
};

/// What an unpacker gives of a body, up to where that was cut.
class UnpackedPart : public ByteSource {
  public:
    UnpackedPart(ByteSource& unpacker, const PackedBody& packed)
        : unpacker_(unpacker), packed_(packed) {}

    Result<std::string_view> next() override {
        Result<std::string_view> piece = unpacker_.next();
        if (!piece && has_begun_ && packed_.ran_out()) return std::string_view();
        has_begun_ = true;
        return piece;
    }

  private:
    ByteSource& unpacker_;
    const PackedBody& packed_;
    bool has_begun_ = false;
};

/// Whether `bytes` can be text of some kind: then a packing that has no mark of its own is not on
/// them.
bool looks_like_markup(std::string_view bytes) {
    return trimmed(bytes.substr(0, 100)).starts_with('<');
}

std::unique_ptr<ByteSource> decoded_body(std::string_view encoding, ByteSource& packed,
                                         std::string_view bytes, Reading& reading) {
    if (encoding == "gzip" || encoding == "x-gzip")
        return bytes.starts_with("\x1f\x8b") ? gunzipped(packed, reading) : nullptr;
    if (encoding == "zstd") {
        return bytes.starts_with("\x28\xb5\x2f\xfd") ? unpacked(Packing::Zstd, packed, reading)
                                                     : nullptr;
    }
    if (looks_like_markup(bytes)) return nullptr;
    if (encoding == "deflate") return inflated(packed, bytes, reading);
    if (encoding == "br") return unbrotlied(packed, reading);
    return nullptr;
}

}  // namespace

bool parse_http_response(std::string_view bytes, HttpResponse& response) {
    std::string_view rest = bytes.substr(0, kMaxHeadBytes);
    if (!parse_status(take_line(rest), response.status)) return false;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (line.empty()) {
            response.body = bytes.substr(static_cast<std::size_t>(rest.data() - bytes.data()));
            return true;
        }
        const std::size_t colon = std::min(line.find(':'), line.size());
        take_header(trimmed(line.substr(0, colon)),
                    trimmed(line.substr(std::min(colon + 1, line.size()))), response);
    }
    return bytes.size() < kMaxHeadBytes;  // a head without a body
}

Result<std::string> http_body(const HttpResponse& response, Reading& reading) {
    Result<std::string> body =
        response.chunked ? joined_chunks(response.body) : std::string(response.body);
    for (auto encoding = response.encodings.rbegin(); body && encoding != response.encodings.rend();
         ++encoding) {
        PackedBody packed(*body);
        const std::unique_ptr<ByteSource> unpacker =
            decoded_body(*encoding, packed, *body, reading);
        if (unpacker == nullptr) continue;
        UnpackedPart part(*unpacker, packed);
        Result<std::string> inside = read_whole(part, reading.limits().record_bytes);
        body = std::move(inside);
    }
    return body;
}

std::string media_parameter(std::string_view media_type, std::string_view name) {
    std::vector<std::string_view> parts = split(media_type, ';');
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t equals = parts[i].find('=');
        if (equals == std::string_view::npos) continue;
        if (!equals_ignoring_case(trimmed(parts[i].substr(0, equals)), name)) continue;
        std::string_view value = trimmed(parts[i].substr(equals + 1));
        while (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
        while (value.ends_with('"') || value.ends_with('\'')) value.remove_suffix(1);
        return std::string(value);
    }
    return {};
}

}  // namespace sitrep
