// Which blocks of a page with markup are its story. The classifier says of each block how likely it
// is; the judge guards the whole: a page on which hardly any block is likelier than not still has a
// story, and then the bar is lowered to where the likeliest running text stands.
#include "indexer/clean/block_classifier.hpp"
#include "indexer/clean/cue_lines.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/story_company.hpp"
#include "indexer/clean/text_weights.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr float kMarkupBar = 0;
constexpr float kTextBar = -0.5F;  ///< with less to read, keep what is in doubt

/// The odds that a block must pass: `bar`, or less where so little of the text passes it that the
/// classifier must have misread the page.
float bar_of(const PageView& page, const std::vector<float>& odds, float bar) {
    constexpr std::size_t kShare = 4;  // of the text, one part in so many
    const TextWeights weights(page);
    std::vector<std::pair<float, std::size_t>> prose;
    std::size_t all = 0;
    for (std::size_t i = 0; i < odds.size(); ++i) {
        if (weights.of(i) == 0) continue;
        prose.emplace_back(odds[i], weights.of(i));
        all += weights.of(i);
    }
    std::sort(prose.begin(), prose.end(), std::greater<>());
    std::size_t words = 0;
    for (const auto& [block_odds, block_words] : prose) {
        words += block_words;
        if (words * kShare >= all) return std::min(bar, block_odds - 0.001F);
    }
    return bar;
}

struct Row {
    PlaceMark mark;
    std::string_view reason;
};

/// What the markup says of a block that is not the story; the first that fits, most telling first.
constexpr auto kReasons = std::to_array<Row>({{PlaceMark::ConsentName, reason::kConsent},
                                              {PlaceMark::CommentName, reason::kComment},
                                              {PlaceMark::Caption, reason::kCaption},
                                              {PlaceMark::AuthorName, reason::kAuthorNote},
                                              {PlaceMark::BylineName, reason::kByline},
                                              {PlaceMark::ShareName, reason::kShare},
                                              {PlaceMark::PromoName, reason::kPromotion},
                                              {PlaceMark::AdName, reason::kPromotion},
                                              {PlaceMark::RelatedName, reason::kRelated},
                                              {PlaceMark::Nav, reason::kNavigation},
                                              {PlaceMark::Header, reason::kNavigation},
                                              {PlaceMark::Footer, reason::kFooter},
                                              {PlaceMark::TopicName, reason::kNavigation},
                                              {PlaceMark::MenuName, reason::kNavigation}});

/// Why block `i` goes; the story's blocks stand in [first, behind).
std::string_view reason_at(const PageView& page, std::size_t i, std::size_t first,
                           std::size_t behind) {
    if (page.blocks[i].in_header) return reason::kByline;
    const std::string_view cue = reason_of(cue_of(page.features[i]));
    if (!cue.empty()) return cue;
    for (const Row& row : kReasons) {
        if (page.blocks[i].place.has(row.mark)) return row.reason;
    }
    return i < first ? reason::kNavigation : i >= behind ? reason::kFooter : reason::kPromotion;
}

}  // namespace

void mark_unlikely(const PageView& page, Verdicts& verdicts) {
    const std::vector<float> odds = story_odds(page);
    const bool markup = has_markup(page.blocks);
    const float bar = bar_of(page, odds, markup ? kMarkupBar : kTextBar);
    std::vector<bool> open(odds.size());
    std::vector<bool> kept(odds.size());
    for (std::size_t i = 0; i < odds.size(); ++i) {
        open[i] = verdicts[i].empty() && !page.blocks[i].in_header;
        kept[i] = open[i] && odds[i] > bar;
    }
    if (markup) keep_company(page, {odds, bar}, open, kept);
    const auto first =
        static_cast<std::size_t>(std::find(kept.begin(), kept.end(), true) - kept.begin());
    const auto behind =
        static_cast<std::size_t>(kept.rend() - std::find(kept.rbegin(), kept.rend(), true));
    for (std::size_t i = 0; i < odds.size(); ++i) {
        if (!kept[i] && verdicts[i].empty()) verdicts[i] = reason_at(page, i, first, behind);
    }
}

}  // namespace sitrep
