#include "indexer/reader/poppler_pdf.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <ctime>
#include <memory>
#include <utility>

namespace sitrep {
namespace {

constexpr int kMaxPages = 5000;
constexpr std::size_t kMaxTextBytes = 20U << 20U;

/// Poppler's own conversion opens an iconv handle for every word.
std::string utf8_of(const poppler::ustring& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t value = text[i];
        const bool leads = value >= 0xD800 && value < 0xDC00;
        if (leads && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000) {
            value = 0x10000 + ((value - 0xD800) << 10U) + (text[++i] - 0xDC00U);
        } else if (value >= 0xD800 && value < 0xE000) {
            value = utf8::kReplacement;
        }
        utf8::append(out, value);
    }
    return out;
}

bool is_bold(const std::string& font) {
    const std::string name = ascii_lower(font);
    for (const char* word : {"bold", "black", "heavy", "-medi"}) {
        if (name.find(word) != std::string::npos) return true;
    }
    return name.ends_with("-bd") || name.ends_with("-b");
}

std::optional<Day> day_of(time_t moment) {
    struct tm parts = {};
    // Damaged dates come as -1, and 1970 is what programs without a clock write.
    if (moment <= 86400 || gmtime_r(&moment, &parts) == nullptr) return std::nullopt;
    if (parts.tm_year + 1900 > 9999) return std::nullopt;
    return Day{parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

PdfSheet sheet_of(const poppler::page& page, std::size_t& text_bytes) {
    PdfSheet sheet;
    const poppler::rectf rect = page.page_rect();
    sheet.width = rect.width();
    sheet.height = rect.height();
    for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
        const poppler::rectf place = box.bbox();
        PdfWord word;
        word.text = utf8_of(box.text());
        text_bytes += word.text.size();
        word.left = place.left();
        word.right = place.right();
        word.top = place.top();
        word.bottom = place.bottom();
        word.rotated = box.rotation() != 0;
        word.space_after = box.has_space_after();
        if (box.has_font_info()) {
            word.size = box.get_font_size();
            word.bold = is_bold(box.get_font_name());
        }
        sheet.words.push_back(std::move(word));
    }
    return sheet;
}

Error too_large(std::string message) { return {ErrorCode::TooLarge, std::move(message)}; }

}  // namespace

Result<PdfDocument> read_pdf(const std::string& bytes) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    if (bytes.substr(0, 1024).find("%PDF-") == std::string::npos)
        return Error{ErrorCode::BadInput, "is not PDF"};
    const std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!pdf) return Error{ErrorCode::BadInput, "PDF: the file is damaged"};
    if (pdf->is_locked()) {
        return Error{ErrorCode::BadInput, "PDF: needs a password",
                     "keep a copy without one, for instance by qpdf --decrypt"};
    }
    const int pages = pdf->pages();
    if (pages > kMaxPages)
        return too_large(fmt::format("PDF: has {} pages, more than {}", pages, kMaxPages));
    PdfDocument document;
    document.title = utf8_of(pdf->get_title());
    document.author = utf8_of(pdf->get_author());
    document.created = day_of(pdf->get_creation_date_t());
    std::size_t text_bytes = 0;
    for (int i = 0; i < pages; ++i) {
        const std::unique_ptr<poppler::page> page(pdf->create_page(i));
        if (!page) {
            ++document.unreadable_sheets;
            continue;
        }
        document.sheets.push_back(sheet_of(*page, text_bytes));
        if (text_bytes > kMaxTextBytes)
            return too_large(fmt::format("PDF: has more than {} bytes of text", kMaxTextBytes));
    }
    if (document.unreadable_sheets == pages)
        return Error{ErrorCode::BadInput, "PDF: the file is damaged"};
    if (text_bytes == 0) {
        return Error{ErrorCode::BadInput, "PDF: holds pictures of pages, no text",
                     "make a copy that can be searched, for instance by ocrmypdf"};
    }
    return document;
}

}  // namespace sitrep
