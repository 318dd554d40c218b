// The end of a story behind a subhead, an advertisement or a link to another one: a sentence or two
// that the bounds of the story and the classifier, who go by long paragraphs, take for the footer.
#include "base/strings.hpp"
#include "indexer/clean/cue_lines.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>

namespace sitrep {
namespace {

bool ends_stories(CueKind cue) { return cue == CueKind::Tail || cue == CueKind::Legal; }

/// A sentence that does not speak to the reader.
bool tells(const BlockFeatures& f) {
    constexpr std::size_t kMinWords = 3;
    return f.final_mark && f.letter_words >= kMinWords && !f.addresses_reader && f.link_share == 0;
}

/// "Length: 122 meters": of a list of what a ship is, not "Phone: 555-0100".
bool is_figure(const BlockFeatures& f, std::string_view text) {
    constexpr std::size_t kMaxWords = 8;
    constexpr std::ptrdiff_t kMaxDigits = 6;
    const std::ptrdiff_t digits = std::count_if(text.begin(), text.end(), is_ascii_digit);
    return f.labelled && f.words <= kMaxWords && digits > 0 && digits <= kMaxDigits;
}

}  // namespace

void keep_short_end(const PageView& page, const Verdicts& before, Verdicts& verdicts) {
    constexpr std::size_t kMaxBetween = 2;
    constexpr std::size_t kMaxKept = 6;  // more are teasers
    std::size_t end = verdicts.size();
    while (end > 0 && !(verdicts[end - 1].empty() && page.features[end - 1].prose)) --end;
    if (end == 0) return;
    std::size_t between = 0;
    std::size_t kept = 0;
    std::size_t subheads = 0;
    for (std::size_t i = end; i < verdicts.size() && between <= kMaxBetween && kept < kMaxKept;
         ++i) {
        const BlockFeatures& f = page.features[i];
        if (ends_stories(cue_of(f))) return;
        const bool follows = between == 0 && is_figure(f, page.blocks[i].text);
        if (!before[i].empty() || (!follows && !tells(f))) {
            ++between;
            continue;
        }
        const bool subhead = i > end && before[i - 1].empty() && between == 1;
        if (subhead && ++subheads > 1) return;  // a list of other stories
        if (subhead) verdicts[i - 1] = {};
        verdicts[i] = {};
        between = 0;
        ++kept;
    }
}

}  // namespace sitrep
