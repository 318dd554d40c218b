// A PDF's words made a page: what reads its layout is put together here.
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "indexer/extract/pdf_columns.hpp"
#include "indexer/extract/pdf_document.hpp"
#include "indexer/extract/pdf_furniture.hpp"
#include "indexer/extract/pdf_header.hpp"
#include "indexer/extract/pdf_hyphens.hpp"
#include "indexer/extract/pdf_paragraphs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sitrep {
namespace {

double sane(double value, double least, double most) {
    return std::isfinite(value) ? std::clamp(value, least, most) : least;
}

/// Letters that fonts have as one glyph become letters again; control characters go.
std::string plain_text(std::string_view text) {
    constexpr std::array<std::string_view, 7> kLigatures = {"ff",  "fi", "fl", "ffi",
                                                            "ffl", "st", "st"};
    constexpr char32_t kFirstLigature = 0xFB00;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::CodePoint c = utf8::decode(text, at);
        at += c.length;
        if (c.value >= kFirstLigature && c.value < kFirstLigature + kLigatures.size()) {
            out += kLigatures[c.value - kFirstLigature];
        } else if (c.value >= 0x20 && (c.value < 0x7F || c.value >= 0xA0)) {
            utf8::append(out, c.value);
        }
    }
    return out;
}

void make_sane(PdfSheet& sheet) {
    constexpr double kFar = 1e5;
    for (PdfWord& word : sheet.words) {
        word.text = plain_text(word.text);
        for (double* place : {&word.left, &word.top, &word.right, &word.bottom})
            *place = sane(*place, -kFar, kFar);
        word.right = std::max(word.left, word.right);
        word.bottom = std::max(word.top, word.bottom);
        if (!(word.size > 0)) word.size = word.bottom - word.top;
        word.size = sane(std::round(word.size * 2) / 2, 1, 1000);
    }
    std::erase_if(sheet.words, [](const PdfWord& word) { return trimmed(word.text).empty(); });
}

/// Words that stand against the page (a watermark, an archive's stamp), where most do not.
std::string take_rotated(PdfSheet& sheet) {
    const auto is_rotated = [](const PdfWord& word) { return word.rotated; };
    const auto count = std::count_if(sheet.words.begin(), sheet.words.end(), is_rotated);
    std::string text;
    if (2 * static_cast<std::size_t>(count) > sheet.words.size()) return text;
    for (const PdfWord& word : sheet.words) {
        if (word.rotated) text += (text.empty() ? "" : " ") + word.text;
    }
    std::erase_if(sheet.words, is_rotated);
    return text;
}

Block furniture_block(std::string text) {
    Block block;
    block.text = std::move(text);
    block.furniture = true;
    return block;
}

}  // namespace

Result<ExtractedPage> page_of(PdfDocument document) {
    std::vector<std::string> furniture;
    for (PdfSheet& sheet : document.sheets) {
        make_sane(sheet);
        std::string rotated = collapsed_space(take_rotated(sheet));
        if (!rotated.empty()) furniture.push_back(std::move(rotated));
    }
    if (const int lost = document.unreadable_sheets; lost != 0) {
        // Said where what was left out is said; the rest is worth having.
        furniture.push_back(
            "[pages that are damaged and could not be read: " + std::to_string(lost) + "]");
    }
    for (std::string& text : take_furniture(document.sheets)) furniture.push_back(std::move(text));
    std::vector<std::vector<PdfColumn>> pages;
    PdfHyphens hyphens;
    for (PdfSheet& sheet : document.sheets) {
        pages.push_back(columns_of(sheet.words));
        sheet.words = {};
        for (const PdfColumn& column : pages.back()) {
            for (const PdfLine& line : column.lines) hyphens.note(line.text);
        }
    }
    const std::vector<PdfParagraph> paragraphs = paragraphs_of(pages, hyphens);
    if (paragraphs.empty()) return Error{ErrorCode::BadInput, "holds no text"};
    ExtractedPage page = page_with_header(paragraphs, document);
    page.header.url = printed_address(furniture);
    for (std::string& text : furniture) page.blocks.push_back(furniture_block(std::move(text)));
    return page;
}

}  // namespace sitrep
