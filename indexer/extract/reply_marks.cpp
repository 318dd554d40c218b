#include "indexer/extract/reply_marks.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::array<std::string_view, 9> kMarks = {"re", "fw", "fwd", "aw", "wg",
                                                    "tr", "rv", "sv",  "vs"};

bool is_mark(std::string_view word) {
    return std::any_of(kMarks.begin(), kMarks.end(),
                       [word](std::string_view mark) { return equals_ignoring_case(word, mark); });
}

}  // namespace

std::string_view without_reply_marks(std::string_view subject) {
    for (;;) {
        subject = trimmed(subject);
        const std::size_t colon = subject.find(':');
        if (colon == std::string_view::npos || !is_mark(trimmed(subject.substr(0, colon))))
            return subject;
        subject.remove_prefix(colon + 1);
    }
}

}  // namespace sitrep
