// Lines that say themselves what they are: the common phrases of menus, share bars, newsletter
// boxes and footers, in every site's English; what other languages say is read before
// (BlockFeatures::site_line). Whole lines or their beginnings, never words inside a
// sentence.
#pragma once

#include "indexer/clean/block_features.hpp"
#include "indexer/clean/verdicts.hpp"

#include <string_view>

namespace sitrep {

/// What lines of any language say they are: "skip to content" is a Menu's, "read more:" Promo.
using CueKind = SiteLine;

CueKind cue_of(const BlockFeatures& features);

/// Whether the page has furniture that says itself what it is: consent language (marked before), or
/// more different cues than a clean text may have by chance, which are more where the page begins
/// with its story.
bool shows_furniture(const PageView& page, const Verdicts& verdicts);

/// Whether a text that somebody wrote or clipped is a whole page all the same: consent language, or
/// more cues than notes have, which say "see also" and "contact" too.
bool is_whole_page(const PageView& page, const Verdicts& verdicts);

/// The word of reason.hpp for a cue.
std::string_view reason_of(CueKind kind);

}  // namespace sitrep
