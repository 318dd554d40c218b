// What a PDF says, as plain data: words where they stand, and what its information dictionary
// claims. Whoever reads PDF fills it; what is made of it knows no library.
#pragma once

#include "base/result.hpp"
#include "model/article.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sitrep {

/// A word on a page. Points, from the page's left and top edge.
struct PdfWord {
    std::string text;  ///< UTF-8
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double size = 0;  ///< of the font
    bool bold = false;
    bool space_after = true;  ///< else the next word of the line may belong to this one
    bool rotated = false;     ///< against the page

    double middle() const { return (top + bottom) / 2; }
};

struct PdfSheet {
    double width = 0;
    double height = 0;
    std::vector<PdfWord> words;  ///< in any order
};

struct PdfDocument {
    std::vector<PdfSheet> sheets;
    int unreadable_sheets = 0;  ///< damaged ones, besides `sheets`
    std::string title;          ///< as the information dictionary has them
    std::string author;
    std::optional<Day> created;
};

/// Metadata and blocks, in reading order: columns one after another, lines joined to paragraphs,
/// words that were cut at a line's end whole again, running heads and page numbers as furniture.
/// Any numbers are safe. Fails with BadInput when there is no word.
Result<ExtractedPage> page_of(PdfDocument document);

}  // namespace sitrep
