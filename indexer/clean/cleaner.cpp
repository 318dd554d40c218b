#include "indexer/clean/cleaner.hpp"

#include "base/strings.hpp"
#include "indexer/clean/block_features.hpp"
#include "indexer/clean/cue_lines.hpp"
#include "indexer/clean/learned_lines.hpp"
#include "indexer/clean/line_notes.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

void mark_furniture(const PageView& page, Verdicts& verdicts) {
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i].empty() && page.blocks[i].furniture) verdicts[i] = reason::kNavigation;
    }
}

/// Where the markup says what stands where, the classifier decides; the words alone decide what
/// must not stay whatever it says.
Verdicts judge_by_place(const PageView& page, Verdicts verdicts) {
    mark_consent(page, verdicts);
    mark_headline(page, verdicts);
    mark_cue_lines(page, verdicts);
    mark_notices(page, verdicts);
    mark_service_lines(page, verdicts);
    mark_comments(page, verdicts);
    mark_unlikely(page, verdicts);
    mark_author_note(page, verdicts);
    return verdicts;
}

/// Fewer blocks beside what is dropped already than the pages the classifier learned from have:
/// where a block stands among them tells it little, and the bounds of the story more.
bool is_short(const Verdicts& verdicts) {
    constexpr std::ptrdiff_t kFewBlocks = 80;
    return std::count(verdicts.begin(), verdicts.end(), std::string_view()) < kFewBlocks;
}

/// Where the page shows furniture the classifier judges too; elsewhere only what the corpus knows
/// bounds the story, gently. Either only takes from what the rules before left.
Verdicts judge_by_words(const PageView& page, Verdicts verdicts) {
    mark_consent(page, verdicts);
    mark_furniture(page, verdicts);
    mark_headline(page, verdicts);
    mark_repeats(page, verdicts);
    mark_cue_lines(page, verdicts);
    mark_notices(page, verdicts);
    mark_service_lines(page, verdicts);
    mark_comments(page, verdicts);
    mark_author_note(page, verdicts);  // before the bounds, that it may not hold the footer in
    const std::optional<std::size_t> lead = lead_paragraph(page, verdicts);
    const Verdicts before = verdicts;
    const bool classified = shows_furniture(page, verdicts);
    if (!classified || is_short(verdicts)) mark_outside_story(page, verdicts);
    if (classified) mark_unlikely(page, verdicts);
    if (lead) verdicts[*lead] = {};
    keep_short_end(page, before, verdicts);
    mark_author_note(page, verdicts);
    return verdicts;
}

/// `verdicts`: what is dropped already. What somebody wrote or clipped stays, but for what no
/// article is found by, until it shows that it is a whole page.
Verdicts judge(const PageView& page, bool is_written, Verdicts verdicts) {
    if (has_markup(page.blocks)) return judge_by_place(page, std::move(verdicts));
    if (is_written) {
        mark_consent(page, verdicts);
        if (!is_whole_page(page, verdicts)) {
            mark_headline(page, verdicts);
            return verdicts;
        }
    }
    return judge_by_words(page, std::move(verdicts));
}

/// What the page says to the corpus, and for each block whether the corpus knows it as furniture.
std::vector<bool> note_lines(const PageView& page, const Verdicts& verdicts, const Corpus& corpus,
                             LineNotes& notes) {
    const std::vector<LineFingerprint> lines =
        line_fingerprints(page, verdicts, line_scope(page.header.outlet, corpus.folder));
    std::vector<bool> known(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] == kNoLine) continue;
        notes.lines.push_back(lines[i]);
        known[i] = corpus.lines != nullptr && corpus.lines->holds(lines[i]);
        if (known[i]) notes.learned.push_back(lines[i]);
    }
    for (auto* list : {&notes.lines, &notes.learned}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    notes.story_keys = story_keys(page, verdicts);
    return known;
}

void keep(Block& block, std::vector<Section>& sections) {
    if (block.kind == BlockKind::Heading) {
        sections.push_back({std::move(block.text), {}});
        return;
    }
    if (sections.empty()) sections.emplace_back();
    if (block.kind == BlockKind::ListItem) block.text.insert(0, "• ");
    sections.back().paragraphs.push_back(std::move(block.text));
}

std::size_t story_words(const PageView& page, const Verdicts& verdicts) {
    constexpr std::size_t kMinParagraphWords = 10;
    std::size_t words = 0;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (!verdicts[i].empty() || page.blocks[i].kind != BlockKind::Paragraph) continue;
        const std::size_t own = count_words(page.blocks[i].text);
        if (own >= kMinParagraphWords) words += own;
    }
    return words;
}

bool keeps_text(const Verdicts& verdicts) {
    return std::any_of(verdicts.begin(), verdicts.end(), [](auto v) { return v.empty(); });
}

}  // namespace

Article clean(ExtractedPage page, const Corpus& corpus) {
    const std::vector<BlockFeatures> features = block_features(page.blocks);
    const PageView view{page.header, page.blocks, features};
    Article article;
    if (page.is_cleaned) {
        article.story_words = story_words(view, Verdicts(page.blocks.size()));
        for (Block& block : page.blocks) keep(block, article.sections);
        article.header = std::move(page.header);
        return article;
    }
    Verdicts verdicts = judge(view, page.is_written, Verdicts(page.blocks.size()));
    const std::vector<bool> known = note_lines(view, verdicts, corpus, article.notes);
    article.story_words = story_words(view, verdicts);
    if (!article.notes.learned.empty()) {
        Verdicts learned(page.blocks.size());
        mark_learned(view, verdicts, known, learned);
        learned = judge(view, page.is_written, std::move(learned));
        if (keeps_text(learned)) verdicts = std::move(learned);  // a page is more than furniture
    }
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        Block& block = page.blocks[i];
        if (verdicts[i].empty()) {
            keep(block, article.sections);
        } else {
            article.dropped.push_back({std::move(block.text), std::string(verdicts[i])});
        }
    }
    article.header = std::move(page.header);
    return article;
}

}  // namespace sitrep
