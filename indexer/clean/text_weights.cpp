#include "indexer/clean/text_weights.hpp"

#include <algorithm>

namespace sitrep {

TextWeights::TextWeights(const PageView& page)
    : page_(page),
      weighs_all_(!has_markup(page.blocks) &&
                  std::none_of(page.features.begin(), page.features.end(),
                               [](const BlockFeatures& f) { return f.prose; })) {}

std::size_t TextWeights::of(std::size_t block) const {
    const BlockFeatures& f = page_.features[block];
    return f.prose || weighs_all_ ? f.words : 0;
}

std::size_t TextWeights::kept(const Verdicts& verdicts) const {
    std::size_t words = 0;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i].empty()) words += of(i);
    }
    return words;
}

}  // namespace sitrep
