// Words of a PDF page that stand side by side.
#pragma once

#include "indexer/extract/pdf_columns.hpp"

#include <vector>

namespace sitrep {

using PdfWords = std::vector<const PdfWord*>;

/// The lines of words that are one column, from the top; raised figures belong to their line, a
/// large initial to the first of those it stands beside.
std::vector<PdfLine> lines_of(const PdfWords& words);

/// The size of the font that half of the characters are smaller than; at least 1.
double median_size(const PdfWords& words);

}  // namespace sitrep
