// page -> article: the story kept, the furniture dropped, each with its reason. Biased to keep: on
// a clean text every rule can only do harm.
#pragma once

#include "model/article.hpp"

namespace sitrep {

/// Judges every block and sorts what is kept into sections. Pure: depends on `page` alone.
Article clean(ExtractedPage page);

}  // namespace sitrep
