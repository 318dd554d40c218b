#include "indexer/source/line_input.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {

Result<bool> LineInput::fill() {
    if (!rest_.empty()) return true;
    Result<std::string_view> piece = source_.next();
    if (!piece) return piece.error();
    rest_ = *piece;
    return !rest_.empty();
}

Result<bool> LineInput::line(std::string& line, std::size_t max_bytes) {
    line.clear();
    for (;;) {
        Result<bool> more = fill();
        if (!more) return more.error();
        if (!*more) return !line.empty();
        const std::size_t room = max_bytes - line.size();
        const std::size_t end = rest_.substr(0, room).find('\n');
        line += rest_.substr(0, std::min(end, room));
        if (end != std::string_view::npos) {
            rest_.remove_prefix(end + 1);
            if (line.ends_with('\r')) line.pop_back();
            return true;
        }
        rest_.remove_prefix(std::min(room, rest_.size()));
        if (line.size() == max_bytes) return true;
    }
}

Result<std::uint64_t> LineInput::take(std::uint64_t bytes, std::string& out) {
    std::uint64_t taken = 0;
    while (taken < bytes) {
        Result<bool> more = fill();
        if (!more) return more.error();
        if (!*more) break;
        const std::string_view part = rest_.substr(
            0, static_cast<std::size_t>(std::min<std::uint64_t>(bytes - taken, rest_.size())));
        out += part;
        taken += part.size();
        rest_.remove_prefix(part.size());
    }
    return taken;
}

Result<std::uint64_t> LineInput::skip(std::uint64_t bytes) {
    std::uint64_t skipped = 0;
    while (skipped < bytes) {
        Result<bool> more = fill();
        if (!more) return more.error();
        if (!*more) break;
        const auto part = std::min<std::uint64_t>(bytes - skipped, rest_.size());
        skipped += part;
        rest_.remove_prefix(static_cast<std::size_t>(part));
    }
    return skipped;
}

void LineInput::unread(std::string_view bytes) {
    std::string joined(bytes);
    joined += rest_;
    held_ = std::move(joined);
    rest_ = held_;
}

bool LineInput::recover() {
    rest_ = {};
    return source_.recover();
}

}  // namespace sitrep
