#include "model/file_state.hpp"

#include "base/hash.hpp"
#include "base/packed.hpp"

#include <optional>

namespace sitrep {
namespace {
constexpr char kVersion = 3;
constexpr char kWithoutStale = 2;  ///< as version 3, but for its last three numbers and the sum

/// Over all before it: a bit of a hash or a time that falls over would pass for another file.
std::string sum_of(std::string_view data) {
    constexpr unsigned kByte = 8;
    const std::uint64_t sum = hash_64(data);
    std::string bytes;
    for (unsigned i = 0; i < sizeof sum; ++i) bytes += static_cast<char>(sum >> (kByte * i));
    return bytes;
}

/// Without the sum, where it is the right one.
std::optional<std::string_view> checked(std::string_view data) {
    if (data.size() < sizeof(std::uint64_t)) return std::nullopt;
    const std::string_view front = data.substr(0, data.size() - sizeof(std::uint64_t));
    if (data.substr(front.size()) != sum_of(front)) return std::nullopt;
    return front;
}
}  // namespace

std::string encode_file_state(const FileState& state) {
    Packer out(kVersion);
    out.text(state.path);
    out.number(state.signature.size);
    out.number(static_cast<std::uint64_t>(state.signature.mtime_ns));
    out.number(static_cast<std::uint64_t>(state.signature.ctime_ns));
    out.text(state.content_hash);
    out.number(state.documents);
    out.number(state.failed);
    out.texts(state.failures);
    out.text(state.filter);
    out.number(state.stale ? 1 : 0);
    out.number(state.held);
    out.number(state.limit);
    std::string data = std::move(out).take();
    return data + sum_of(data);
}

Result<FileState> decode_file_state(std::string_view data) {
    const bool older = !data.empty() && data.front() == kWithoutStale;
    const std::string_view packed = older ? data : checked(data).value_or(std::string_view());
    Unpacker in(packed, older ? kWithoutStale : kVersion);
    FileState state;
    state.path = in.text();
    state.signature.size = in.number();
    state.signature.mtime_ns = static_cast<std::int64_t>(in.number());
    state.signature.ctime_ns = static_cast<std::int64_t>(in.number());
    state.content_hash = in.text();
    state.documents = in.number();
    state.failed = in.number();
    state.failures = in.texts();
    state.filter = in.text();
    if (!older) {
        state.stale = in.number() != 0;
        state.held = in.number();
        state.limit = in.number();
    }
    if (in.complete()) return state;
    return Error{ErrorCode::Database, "what the database remembers of a file cannot be read",
                 "the database is damaged: sitrep-index --rebuild makes it anew"};
}

}  // namespace sitrep
