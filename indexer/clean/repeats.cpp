#include "indexer/clean/cue_lines.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/text_weights.hpp"
#include "indexer/clean/verdicts.hpp"

#include <unordered_map>

namespace sitrep {
namespace {

constexpr std::size_t kMinWords =
    4;  ///< with letters: shorter lines, and rows of figures, repeat honestly
constexpr std::size_t kParagraphWords = 20;
constexpr std::size_t kMaxCopies = 2;  ///< of more than these, none is the story's

}  // namespace

void mark_headline(const PageView& page, Verdicts& verdicts) {
    const std::string title = folded_words(page.header.title);
    const std::string deck = folded_words(page.header.deck);
    const std::string outlet = folded_words(page.header.outlet);
    bool story = false;
    bool deck_seen = false;  // a story may begin with its deck's words
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const std::string& key = page.features[i].key;
        story = story || page.features[i].prose;
        const bool is_deck = !deck_seen && !key.empty() && key == deck;
        deck_seen = deck_seen || is_deck;
        if (!verdicts[i].empty() || key.empty()) continue;
        if (key == title || is_deck) verdicts[i] = reason::kTitle;
        // The page's own name, set as a heading above the story.
        const bool heading = page.blocks[i].kind == BlockKind::Heading;
        if (heading && !story && key == outlet && key != title) verdicts[i] = reason::kNavigation;
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
    // A clean text repeats what it means to; but for whole paragraphs, which a copy brought twice.
    const bool furniture = shows_furniture(page, verdicts);
    const auto marked = [&](std::size_t most_copies) {
        Verdicts out = verdicts;
        std::unordered_map<std::string_view, std::size_t> seen;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const BlockFeatures& f = page.features[i];
            if (!out[i].empty() || f.key.empty() || !counts(i)) continue;
            const bool again = ++seen[f.key] > 1;
            const bool is_copy = furniture ? again || copies[f.key] > most_copies
                                           : again && f.prose && f.words >= kParagraphWords;
            if (is_copy) out[i] = reason::kRepeated;
        }
        return out;
    };
    Verdicts most = marked(kMaxCopies);
    // A page saved whole three times has its story three times.
    const bool takes_all = TextWeights(page).kept(most) == 0;
    verdicts = takes_all ? marked(page.blocks.size()) : std::move(most);
}

}  // namespace sitrep
