#include "indexer/source/flowed.hpp"

#include "base/strings.hpp"

#include <algorithm>

namespace sitrep {
namespace {

/// Ends the text of a mail, and no paragraph goes on into it.
constexpr std::string_view kSignatureMark = "-- ";

struct Line {
    std::string_view marks;  ///< of quotes: `>>`
    std::string_view text;   ///< without the blank that may stand before it
};

Line parted(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
    Line parts{line.substr(0, depth), line.substr(depth)};
    if (parts.text.starts_with(' ')) parts.text.remove_prefix(1);
    return parts;
}

}  // namespace

std::string unflowed(std::string_view text, bool deletes_space) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    std::string out;
    bool goes_on = false;
    std::size_t depth = 0;
    for (const std::string_view whole : split(text, '\n')) {
        const Line line = parted(whole);
        const bool joins = goes_on && line.marks.size() == depth && line.text != kSignatureMark;
        if (goes_on && !joins) out += '\n';
        if (!joins) out += line.marks;
        if (!joins && !line.marks.empty() && !line.text.empty()) out += ' ';
        out += line.text;
        goes_on = line.text.ends_with(' ') && line.text != kSignatureMark;
        depth = line.marks.size();
        if (goes_on && deletes_space) out.pop_back();
        if (!goes_on) out += '\n';
    }
    return out;
}

}  // namespace sitrep
