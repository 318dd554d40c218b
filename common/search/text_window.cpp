#include "search/text_window.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <map>

namespace sitrep {
namespace {

/// How far from the wanted place a space is looked for.
constexpr std::size_t kNearBytes = 40;

/// The matches to show: the first run of them within `width` bytes with most different words.
ByteRange densest(std::span<const TermMatch> matches, std::size_t width) {
    std::map<std::size_t, std::size_t> counts;  // of words inside the window
    std::size_t most = 0;
    ByteRange best;
    std::size_t first = 0;
    for (const TermMatch& last : matches) {
        ++counts[last.word];
        while (&matches[first] != &last && last.range.end > matches[first].range.begin + width) {
            const auto leaving = counts.find(matches[first].word);
            if (--leaving->second == 0) counts.erase(leaving);
            ++first;
        }
        if (counts.size() > most) {
            most = counts.size();
            best = {matches[first].range.begin, last.range.end};
        }
    }
    return best;
}

/// A place to begin near `at`, at most `last`, where a match begins: behind a space. No space near:
/// a script without them, and any place will do.
std::size_t after_space(std::string_view text, std::size_t at, std::size_t last) {
    if (at > 0 && is_ascii_space(text[at - 1])) return at;
    for (std::size_t i = at; i < std::min(text.size(), at + kNearBytes); ++i) {
        if (is_ascii_space(text[i])) return std::min(i + 1, last);
    }
    return at;
}

/// A place to end near `at`, at least `first`, where a match ends: before a space, in the same way.
std::size_t before_space(std::string_view text, std::size_t at, std::size_t first) {
    for (std::size_t i = at; i > 0 && i + kNearBytes > at; --i) {
        if (is_ascii_space(text[i])) return std::max(i, first);
    }
    return at;
}

}  // namespace

ByteRange trimmed_range(std::string_view text, ByteRange range) {
    while (range.begin < range.end && is_ascii_space(text[range.begin])) ++range.begin;
    while (range.end > range.begin && is_ascii_space(text[range.end - 1])) --range.end;
    return range;
}

ByteRange best_window(std::string_view text, ByteRange range, std::span<const TermMatch> matches,
                      std::size_t width) {
    if (range.end - range.begin <= width) return trimmed_range(text, range);
    ByteRange core{range.begin, range.begin};
    if (!matches.empty()) core = densest(matches, width);
    core.end = std::min({core.end, core.begin + width, range.end});

    const std::size_t slack = width - (core.end - core.begin);
    std::size_t begin = core.begin - std::min(slack / 3, core.begin - range.begin);
    const std::size_t end = std::min(begin + width, range.end);
    if (end == range.end) begin = std::min(core.begin, end - width);  // nothing is left behind it
    ByteRange cut{utf8::floor_boundary(text, begin), utf8::floor_boundary(text, end)};
    if (cut.begin > range.begin) cut.begin = after_space(text, cut.begin, core.begin);
    if (cut.end < range.end) cut.end = before_space(text, cut.end, core.end);
    return trimmed_range(text, cut);
}

}  // namespace sitrep
