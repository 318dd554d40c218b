// The rules of cleaning, one file each. Every rule marks blocks with its reason and reads the marks
// of those before it; none but keep_short_end() takes a mark
// back, and the cleaner that of the lead. An empty mark means: kept.
#pragma once

#include "indexer/clean/block_features.hpp"
#include "model/article.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace sitrep {

/// What every rule sees: the page, and the features of its blocks.
struct PageView {
    const ArticleHeader& header;
    const std::vector<Block>& blocks;
    const std::vector<BlockFeatures>& features;
};

/// A word of reason.hpp for each block; empty while it is kept.
using Verdicts = std::vector<std::string_view>;

/// Cookie and privacy banners: dense consent language, runs of it with the short lines between, and
/// all that follows a run when no story does.
void mark_consent(const PageView& page, Verdicts& verdicts);

/// The headline or deck once more.
void mark_headline(const PageView& page, Verdicts& verdicts);

/// Where the page shows furniture, lines of four words and more that stood here before (all of them
/// where there are three); elsewhere only paragraphs.
void mark_repeats(const PageView& page, Verdicts& verdicts);

/// Share bars, newsletter boxes, copyright lines: blocks that say themselves what they are.
void mark_cue_lines(const PageView& page, Verdicts& verdicts);

/// Feed notes, reading times, meters, notes about the browser, picture credits, lines of tags, days
/// of publication.
void mark_notices(const PageView& page, Verdicts& verdicts);

/// Who reported and edited it, whom to write to, what a player says: a newsroom's own lines.
void mark_service_lines(const PageView& page, Verdicts& verdicts);

/// A thread of readers' comments, from its heading to the end of the page.
void mark_comments(const PageView& page, Verdicts& verdicts);

/// Menus before the story, link lists in it, everything after it: decided over the whole page, and
/// only where the page shows that it has furniture.
void mark_outside_story(const PageView& page, Verdicts& verdicts);

/// What the classifier takes for furniture; for plain text only where the page shows some.
void mark_unlikely(const PageView& page, Verdicts& verdicts);

/// The first running text below the headline's own line, lines of credits and shares between: of a
/// story, however short. Nothing where the headline stands nowhere, or that text is marked.
std::optional<std::size_t> lead_paragraph(const PageView& page, const Verdicts& verdicts);

/// Takes the marks back from sentences right behind the story, or behind a line or two, that were
/// not marked `before` the bounds and the classifier; and from the subhead above them.
void keep_short_end(const PageView& page, const Verdicts& before, Verdicts& verdicts);

/// Who wrote it, at the end.
void mark_author_note(const PageView& page, Verdicts& verdicts);

}  // namespace sitrep
