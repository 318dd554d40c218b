// Lines of a PDF -> paragraphs, by what a reader sees: spacing, indents, short last lines, type.
#pragma once

#include "indexer/extract/pdf_columns.hpp"
#include "indexer/extract/pdf_hyphens.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sitrep {

struct PdfParagraph {
    std::string text;
    double size = 0;  ///< of the font
    bool bold = false;
    bool item = false;  ///< of a list; its bullet is taken off
    std::size_t page = 0;
    std::size_t lines = 0;
};

/// The paragraphs of all pages; one goes on in the next column or page where the text does.
std::vector<PdfParagraph> paragraphs_of(const std::vector<std::vector<PdfColumn>>& pages,
                                        const PdfHyphens& hyphens);

/// The size that most of the text is in.
double body_size(const std::vector<PdfParagraph>& paragraphs);

}  // namespace sitrep
