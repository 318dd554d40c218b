// A source cut at its line ends, for readers that put lines together themselves and so decide what
// an endless one may cost.
#pragma once

#include "indexer/source/reading.hpp"

#include <cstddef>
#include <string_view>

namespace sitrep {

/// Hands the parts of each line, without its LF, to `lines.add(part)`, and calls `lines.end_line()`
/// behind each LF. Whether the end of the source was reached; a failure, or that it is empty, is
/// told.
template <class Lines>
bool read_line_parts(const Origin& origin, ByteSource& source, Reading& reading, Lines& lines) {
    bool empty = true;
    while (!reading.stopped()) {
        Result<std::string_view> piece = source.next();
        if (!piece) {
            reading.failure(origin, piece.error());
            return false;
        }
        if (piece->empty()) {
            if (empty) reading.failure(origin, {ErrorCode::BadInput, "is empty"});
            return !empty;
        }
        empty = false;
        for (std::string_view rest = *piece; !rest.empty() && !reading.stopped();) {
            const std::size_t end = rest.find('\n');
            lines.add(rest.substr(0, end));
            if (end == std::string_view::npos) break;
            lines.end_line();
            rest.remove_prefix(end + 1);
        }
    }
    return false;
}

}  // namespace sitrep
