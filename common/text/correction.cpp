#include "text/correction.hpp"

#include "base/strings.hpp"

#include <array>
#include <string>

namespace sitrep {
namespace {

/// A note is short: a story that tells of a correction is none.
constexpr std::size_t kLongestNote = 800;

constexpr std::array<std::string_view, 4> kBeginnings = {"correction", "corrections", "corrected",
                                                         "clarification"};
constexpr std::array<std::string_view, 9> kSayings = {
    "an earlier version of this",    "a previous version of this",
    "an earlier version misstated",  "an earlier version incorrectly",
    "this story has been corrected", "this article has been corrected",
    "this story was corrected",      "this article was corrected",
    "this report has been corrected"};

/// Behind the first word stands what makes it a label: `Correction:`, `CORRECTION —`, `Correction
/// (May 3)`, `Correction, May 3:`.
bool is_label(std::string_view rest) {
    rest = trimmed(rest);
    if (rest.empty()) return true;
    constexpr std::string_view kMarks = ":,(-";
    return kMarks.find(rest.front()) != std::string_view::npos || rest.starts_with("\u2014") ||
           rest.starts_with("\u2013");
}

}  // namespace

bool is_correction(std::string_view paragraph) {
    if (paragraph.size() > kLongestNote) return false;
    const std::string text = ascii_lower(trimmed(paragraph));
    for (const std::string_view beginning : kBeginnings) {
        if (text.starts_with(beginning) &&
            is_label(std::string_view(text).substr(beginning.size())))
            return true;
    }
    for (const std::string_view saying : kSayings) {
        if (text.find(saying) != std::string::npos) return true;
    }
    return false;
}

}  // namespace sitrep
