// The words of a PDF page -> lines, column after column. PDF knows neither: only words and places.
//
// A page is cut as in the recursive XY-cut (Nagy, Seth 1984), but from the top down into the
// longest bands that have a gutter in common, and across only between those: columns whose
// paragraphs happen to end side by side are not torn apart.
#pragma once

#include "indexer/extract/pdf_document.hpp"

#include <string>
#include <vector>

namespace sitrep {

struct PdfLine {
    std::string text;  ///< white space collapsed
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double size = 0;              ///< of the font that most of it is in
    bool bold = false;            ///< most of it
    bool tabular = false;         ///< parts of it are set far apart, as in a row of a table
    double first_word_width = 0;  ///< what it would have taken of the line before
};

struct PdfColumn {
    double left = 0;
    double right = 0;
    std::vector<PdfLine> lines;  ///< from the top
};

/// In reading order; every word of `words` is in one line.
std::vector<PdfColumn> columns_of(const std::vector<PdfWord>& words);

}  // namespace sitrep
