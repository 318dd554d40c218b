// Headline, deck, byline and date of a PDF, from its type and its information dictionary.
#pragma once

#include "indexer/extract/pdf_document.hpp"
#include "indexer/extract/pdf_paragraphs.hpp"

#include <vector>

namespace sitrep {

/// The paragraphs as blocks, what tells headline, deck, authors and day taken to the header. The
/// headline is the largest type on the first page, or what the dictionary calls the title where
/// that stands there too; the dictionary's word alone only where no type is larger than the rest.
ExtractedPage page_with_header(const std::vector<PdfParagraph>& paragraphs,
                               const PdfDocument& document);

}  // namespace sitrep
