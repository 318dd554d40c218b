#include "model/file_state.hpp"

#include "base/packed.hpp"

namespace sitrep {
namespace {
constexpr char kVersion = 3;
constexpr char kWithoutStale = 2;  ///< as version 3, but for its last two numbers
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
    return std::move(out).take();
}

Result<FileState> decode_file_state(std::string_view data) {
    const bool older = !data.empty() && data.front() == kWithoutStale;
    Unpacker in(data, older ? kWithoutStale : kVersion);
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
    }
    if (in.complete()) return state;
    return Error{ErrorCode::Database, "what the database remembers of a file cannot be read",
                 "the database is damaged: sitrep-index --rebuild makes it anew"};
}

}  // namespace sitrep
