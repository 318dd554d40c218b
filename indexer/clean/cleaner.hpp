// page -> article: the story kept, the furniture dropped, each with its reason. Biased to keep: on
// a clean text every rule can only do harm.
#pragma once

#include "model/article.hpp"
#include "model/furniture_lines.hpp"

#include <string>

namespace sitrep {

/// What cleaning is told of the corpus that a page belongs to.
struct Corpus {
    std::string folder;  ///< names the folder of the page: its lines count there when it names no
                         ///< outlet
    const FurnitureLines* lines = nullptr;  ///< none: nothing was learned
};

/// Judges every block and sorts what is kept into sections. Pure: depends on `page`, its corpus'
/// name and what the corpus says of the page's own lines.
Article clean(ExtractedPage page, const Corpus& corpus = {});

}  // namespace sitrep
