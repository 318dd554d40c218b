#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"

#include <unordered_map>

namespace sitrep {
namespace {

constexpr std::size_t kMinWords =
    4;  ///< with letters: shorter lines, and rows of figures, repeat honestly
constexpr std::size_t kMaxCopies = 2;  ///< of more than these, none is the story's

}  // namespace

void mark_headline(const PageView& page, Verdicts& verdicts) {
    const std::string title = folded_words(page.header.title);
    const std::string deck = folded_words(page.header.deck);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const std::string& key = page.features[i].key;
        if (!verdicts[i].empty() || key.empty()) continue;
        if (key == title || key == deck) verdicts[i] = reason::kTitle;
    }
}

void mark_repeats(const PageView& page, Verdicts& verdicts) {
    std::unordered_map<std::string_view, std::size_t> copies;
    const auto counts = [&page](std::size_t i) {
        return !page.blocks[i].furniture && page.features[i].letter_words >= kMinWords;
    };
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (counts(i)) ++copies[page.features[i].key];
    }
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const std::string& key = page.features[i].key;
        if (!verdicts[i].empty() || key.empty() || !counts(i)) continue;
        if (copies[key] > kMaxCopies || ++seen[key] > 1) verdicts[i] = reason::kRepeated;
    }
}

}  // namespace sitrep
