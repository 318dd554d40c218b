// Lines that other documents of the outlet or folder have too. Most are furniture; a sentence that
// stands alone among the story's own is the story's, however often its outlet has said it.
#include "indexer/clean/learned_lines.hpp"

#include "indexer/clean/reason.hpp"

#include <optional>

namespace sitrep {
namespace {

/// The next block that is kept so far, from `at` on.
std::optional<std::size_t> kept_from(const Verdicts& verdicts, std::size_t at) {
    while (at < verdicts.size() && !verdicts[at].empty()) ++at;
    return at < verdicts.size() ? std::optional(at) : std::nullopt;
}

std::optional<std::size_t> kept_before(const Verdicts& verdicts, std::size_t at) {
    while (at > 0 && !verdicts[at - 1].empty()) --at;
    return at > 0 ? std::optional(at - 1) : std::nullopt;
}

/// Running text right after the headline, a heading or other running text, and more of it behind.
bool stands_in_story(const PageView& page, const Verdicts& verdicts, const std::vector<bool>& known,
                     std::size_t at) {
    if (!page.features[at].prose) return false;
    const auto is_story = [&](std::size_t i) { return page.features[i].prose && !known[i]; };
    const std::optional<std::size_t> next = kept_from(verdicts, at + 1);
    if (!next || !is_story(*next)) return false;
    const std::optional<std::size_t> before = kept_before(verdicts, at);
    return !before || is_story(*before) || page.blocks[*before].kind == BlockKind::Heading;
}

}  // namespace

void mark_learned(const PageView& page, const Verdicts& unlearned, const std::vector<bool>& known,
                  Verdicts& verdicts) {
    std::size_t story_words = 0;
    std::size_t known_words = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (!unlearned[i].empty() || !page.features[i].prose) continue;
        story_words += page.features[i].words;
        if (known[i]) known_words += page.features[i].words;
    }
    // Keep-bias: where most of the running text is known, it is what these documents say.
    const bool spare_prose = known_words * 10 > story_words * 6;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (!known[i] || stands_in_story(page, unlearned, known, i)) continue;
        if (spare_prose && page.features[i].prose) continue;
        verdicts[i] = reason::kLearned;
    }
}

}  // namespace sitrep
