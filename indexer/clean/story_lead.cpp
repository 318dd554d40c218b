#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>

namespace sitrep {

std::optional<std::size_t> lead_paragraph(const PageView& page, const Verdicts& verdicts) {
    constexpr std::size_t kReach = 10;  // byline, date, share bar, a caption
    constexpr std::size_t kMinWords = 15;
    for (std::size_t title = 0; title < verdicts.size(); ++title) {
        if (verdicts[title] != reason::kTitle) continue;
        const std::size_t end = std::min(verdicts.size(), title + kReach);
        for (std::size_t i = title + 1; i < end; ++i) {
            const BlockFeatures& f = page.features[i];
            if (!f.prose) continue;
            if (verdicts[i].empty() && f.words >= kMinWords && f.final_mark) return i;
            break;
        }
    }
    return std::nullopt;
}

}  // namespace sitrep
