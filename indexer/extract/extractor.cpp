#include "indexer/extract/extractor.hpp"

#include "base/strings.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/readers.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// HTML that is all story; what its source knows of it comes with the record.
Result<ExtractedPage> read_fragment(std::string_view text) {
    return ExtractedPage{{}, read_html_fragment(text)};
}

/// THE table of pages: how a file's name ends, its media type, and who reads it. Those without a
/// name stand in containers only.
struct FormatRow {
    std::string_view extension;
    std::string_view media_type;
    Format format;
    Result<ExtractedPage> (*read)(std::string_view);  ///< null: not by this program
};

constexpr std::array<FormatRow, 9> kFormats = {{
    {".txt", "text/plain", Format::Text, read_text},
    {".md", "text/markdown", Format::Markdown, read_markdown},
    {".markdown", "", Format::Markdown, read_markdown},
    {".html", "text/html", Format::Html, read_html},
    {".htm", "", Format::Html, read_html},
    {".xhtml", "application/xhtml+xml", Format::Html, read_html},
    {"", "", Format::HtmlFragment, read_fragment},
    {"", "", Format::Json, read_json},
    {".pdf", "application/pdf", Format::Pdf, nullptr},
}};

/// The first running text of the story, if any.
std::string dateline_of(const std::vector<Block>& blocks) {
    constexpr std::size_t kMinWords = 12;
    for (const Block& block : blocks) {
        if (block.furniture || block.kind != BlockKind::Paragraph) continue;
        if (count_words(block.text) >= kMinWords) return find_dateline(block.text);
    }
    return {};
}

}  // namespace

std::optional<Format> format_of(std::string_view file_name) {
    for (const FormatRow& row : kFormats) {
        if (row.extension.empty() || file_name.size() <= row.extension.size()) continue;
        const std::string_view end = file_name.substr(file_name.size() - row.extension.size());
        if (equals_ignoring_case(end, row.extension)) return row.format;
    }
    return std::nullopt;
}

std::optional<Format> format_of_media(std::string_view media_type) {
    for (const FormatRow& row : kFormats) {
        if (!row.media_type.empty() && row.media_type == media_type) return row.format;
    }
    return std::nullopt;
}

Result<ExtractedPage> finished(Result<ExtractedPage> page) {
    if (!page) return page;
    if (page->header.title.empty() && page->blocks.empty()) {
        return Error{ErrorCode::BadInput, "no title and no text"};
    }
    if (page->header.dateline.empty()) page->header.dateline = dateline_of(page->blocks);
    return page;
}

Result<ExtractedPage> extract(const DecodedRecord& record) {
    const auto row = std::find_if(kFormats.begin(), kFormats.end(), [&record](const FormatRow& r) {
        return r.format == record.format;
    });
    if (row == kFormats.end() || row->read == nullptr)
        return Error{ErrorCode::BadInput, "is of a form that is not read as text"};
    return finished(row->read(record.text));
}

}  // namespace sitrep
