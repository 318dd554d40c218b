#include "store/corpus_lines.hpp"

#include <string>

namespace sitrep {
namespace {

/// Lines that are watched at most; 150 bytes each. Most are prose that never comes again.
constexpr std::size_t kMostLines = 1U << 19U;
/// Of a line, all alike: each that comes is held against them.
constexpr std::size_t kMostStories = 512;

}  // namespace

bool CorpusLines::holds(LineFingerprint line) const {
    const std::scoped_lock held(mutex_);
    return furniture_.contains(line);
}

void CorpusLines::add(const IndexDocument& document) {
    const auto story = document.values.find(Slot::Story);
    if (story == document.values.end()) return;
    const std::scoped_lock held(mutex_);
    for (auto term = document.terms.lower_bound(std::string(kLinePrefix));
         term != document.terms.end(); ++term) {
        const auto line = line_of_term(kLinePrefix, term->first);
        if (!line) break;
        if (furniture_.contains(*line)) continue;
        const auto count = counts_.try_emplace(*line, StoryCount::kFewestDocuments).first;
        if (count->second.stories() >= kMostStories) continue;
        count->second.add(story->second);
        if (!count->second.is_furniture()) continue;
        furniture_.insert(*line);
        counts_.erase(count);
    }
    if (counts_.size() > kMostLines) counts_.clear();
}

}  // namespace sitrep
