// Text from articles on a terminal: printable, matches marked, links.
#pragma once

#include "model/hit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

inline constexpr std::string_view kBold = "\033[1m";

/// Calls `each(piece, is_match)` with the pieces of `text`, in order; matches that overlap or lie
/// outside are left out.
template <class Each>
void each_piece(std::string_view text, const std::vector<ByteRange>& matches, const Each& each) {
    std::size_t at = 0;
    for (const ByteRange& match : matches) {
        if (match.begin < at || match.end > text.size() || match.begin >= match.end) continue;
        if (match.begin > at) each(text.substr(at, match.begin - at), false);
        each(text.substr(match.begin, match.end - match.begin), true);
        at = match.end;
    }
    if (at < text.size()) each(text.substr(at), false);
}

/// `text` made printable, its matches red as grep marks them, the rest in `base` (a colour, or
/// empty for none). Without `colour` only made printable.
std::string marked(std::string_view text, const std::vector<ByteRange>& matches, bool colour,
                   std::string_view base = {});

/// `text`, which is for a terminal already, as a link (OSC 8) to an address that links.hpp made;
/// as it is where `address` is empty.
std::string linked(const std::string& text, const std::string& address);

}  // namespace sitrep
