// Which stretches of a page are the story: a two-state Viterbi smoothing over the blocks, so that
// no block is judged alone. How much a short line speaks against the story depends on how much
// furniture the page shows: on a page without any, nothing but a switch at a great cost could drop
// it, and nothing pays for that switch.
#include "base/strings.hpp"
#include "indexer/clean/cue_lines.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/text_weights.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace sitrep {
namespace {

// Costs of a change between story and furniture, in the units of score_of().
constexpr double kEnterCost = 3.0;
constexpr double kLeaveCost = 3.0;
constexpr double kReturnCost = 5.0;  ///< after the story was left once
constexpr double kLearnedScore = -2.0;

/// How much of a page's short lines to distrust: 0 for a clean text, 1 for a page with its menus.
double dirtiness(const std::vector<CueKind>& cues, const std::vector<BlockFeatures>& features,
                 const Verdicts& verdicts) {
    std::set<std::string_view> distinct;
    for (std::size_t i = 0; i < cues.size(); ++i) {
        if (cues[i] != CueKind::None || verdicts[i] == reason::kLearned)
            distinct.insert(features[i].key);
    }
    return std::min(1.0, static_cast<double>(distinct.size()) / 6.0);
}

/// Where the extractor saw furniture itself, what it left unmarked deserves less doubt.
double trust_in_blocks(const PageView& page) {
    const bool marked = std::any_of(page.blocks.begin(), page.blocks.end(),
                                    [](const Block& block) { return block.furniture; });
    const bool linked = std::any_of(page.blocks.begin(), page.blocks.end(),
                                    [](const Block& block) { return block.link_chars != 0; });
    return marked && linked ? 0.5 : 1.0;  // plain text shows no more than its top lines
}

double score_of_short_line(const PageView& page, std::size_t i) {
    const BlockFeatures& f = page.features[i];
    const bool leads = page.blocks[i].kind == BlockKind::Heading && i + 1 < page.features.size() &&
                       page.features[i + 1].prose;
    if (leads) return 0.2;
    if (f.words >= 10 || f.final_mark) return 0.0;
    return f.words <= 3 ? -0.7 : -0.4;
}

/// How much block `i` speaks for the story (positive) or against it.
double score_of(const PageView& page, std::size_t i, CueKind cue, double dirt) {
    const BlockFeatures& f = page.features[i];
    switch (cue) {
        case CueKind::Tail:
            return -4.0 * dirt;
        case CueKind::Legal:
            return -3.0 * dirt;
        case CueKind::None:
            break;
        default:
            return -1.5 * dirt;
    }
    if (f.prose) return std::min(1.0 + static_cast<double>(f.words) / 15.0, 5.0);
    if (f.link_share > 0.5) return -1.0 * dirt;
    return score_of_short_line(page, i) * dirt;
}

enum State : unsigned char { Before, Story, After };
constexpr std::array<State, 3> kStates = {Before, Story, After};

double step_cost(State from, State to) {
    if (from == to) return 0;
    if (to == Story) return from == Before ? kEnterCost : kReturnCost;
    return to == After && from == Story ? kLeaveCost : 1e9;
}

/// The best state of each block.
std::vector<State> best_path(const std::vector<double>& scores) {
    std::vector<std::array<State, 3>> came_from(scores.size());
    std::array<double, 3> best = {0, 0, -1e9};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        std::array<double, 3> next{};
        for (const State to : kStates) {
            double top = -1e18;
            for (const State from : kStates) {
                const double value = best[from] - (i == 0 && from == to ? 0 : step_cost(from, to));
                if (value > top) {
                    top = value;
                    came_from[i][to] = from;
                }
            }
            next[to] = top + (to == Story ? scores[i] : -scores[i]);
        }
        best = next;
    }
    std::vector<State> path(scores.size());
    State state = Story;
    for (const State s : kStates) {
        if (best[s] > best[state]) state = s;
    }
    for (std::size_t i = scores.size(); i-- > 0;) {
        path[i] = state;
        state = came_from[i][state];
    }
    return path;
}

}  // namespace

void mark_outside_story(const PageView& page, Verdicts& verdicts) {
    std::vector<CueKind> cues;
    for (const BlockFeatures& f : page.features) cues.push_back(cue_of(f));
    for (std::size_t i = 0; i < cues.size(); ++i) {
        if (page.blocks[i].furniture) cues[i] = CueKind::None;
    }
    const bool learned =
        std::find(verdicts.begin(), verdicts.end(), reason::kLearned) != verdicts.end();
    if (!learned && !shows_furniture(page, verdicts)) return;
    const double dirt = dirtiness(cues, page.features, verdicts) * trust_in_blocks(page);
    if (dirt == 0.0) return;

    std::vector<double> scores;
    for (std::size_t i = 0; i < cues.size(); ++i) {
        const bool judged = page.blocks[i].furniture || verdicts[i] == reason::kRepeated ||
                            verdicts[i] == reason::kTitle || verdicts[i] == reason::kAuthorNote;
        scores.push_back(judged                            ? 0.0
                         : verdicts[i] == reason::kConsent ? -1.0
                         : verdicts[i] == reason::kLearned ? kLearnedScore
                                                           : score_of(page, i, cues[i], dirt));
    }
    const std::vector<State> path = best_path(scores);
    const auto last = std::find(path.rbegin(), path.rend(), Story);
    const auto end = static_cast<std::size_t>(path.rend() - last);
    Verdicts marked = verdicts;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == Story || !marked[i].empty()) continue;
        marked[i] = i >= end            ? reason::kFooter
                    : path[i] == Before ? reason::kNavigation
                                        : reason::kPromotion;
    }
    // Keep-bias: a rule that takes most of the text has misread the page.
    const TextWeights weights(page);
    if (weights.kept(marked) * 10 >= weights.kept(verdicts) * 4) verdicts = std::move(marked);
}

}  // namespace sitrep
