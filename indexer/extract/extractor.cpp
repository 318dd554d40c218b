#include "indexer/extract/extractor.hpp"

#include "base/strings.hpp"
#include "indexer/extract/dateline.hpp"
#include "indexer/extract/readers.hpp"
#include "text/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// HTML that is all story; what its source knows of it comes with the record.
Result<ExtractedPage> read_fragment(std::string_view text) {
    return ExtractedPage{{}, read_html_fragment(text)};
}

Result<ExtractedPage> read_page(const DecodedRecord& record) {
    return read_html(record.text, record.address);
}

/// Of a format whose reader asks for the text alone.
template <auto Read>
Result<ExtractedPage> read_of(const DecodedRecord& record) {
    return Read(record.text);
}

/// THE table of pages: how a file's name ends, its media type, and who reads it. Those without a
/// name stand in containers only.
struct FormatRow {
    std::string_view extension;
    std::string_view media_type;
    Format format;
    Result<ExtractedPage> (*read)(const DecodedRecord&);  ///< null: not by this program
};

constexpr std::array<FormatRow, 9> kFormats = {{
    {".txt", "text/plain", Format::Text, read_of<read_text>},
    {".md", "text/markdown", Format::Markdown, read_of<read_markdown>},
    {".markdown", "", Format::Markdown, read_of<read_markdown>},
    {".html", "text/html", Format::Html, read_page},
    {".htm", "", Format::Html, read_page},
    {".xhtml", "application/xhtml+xml", Format::Html, read_page},
    {"", "", Format::HtmlFragment, read_of<read_fragment>},
    {"", "", Format::Json, read_of<read_json>},
    {".pdf", "application/pdf", Format::Pdf, nullptr},
}};

/// Of one article. The longest novels have three million, and memory goes with it.
constexpr std::size_t kMaxTextBytes = std::size_t{8} << 20U;

std::size_t text_bytes(const std::vector<Block>& blocks) {
    std::size_t bytes = 0;
    for (const Block& block : blocks) bytes += block.text.size();
    return bytes;
}

/// The dateline of the first running text of the story, or of a line of its own before it.
Dateline dateline_of(const std::vector<Block>& blocks) {
    constexpr std::size_t kMinWords = 12;
    for (const Block& block : blocks) {
        if (block.furniture || block.kind == BlockKind::ListItem) continue;
        Dateline dateline = find_dateline(block.text);
        if (!dateline.empty() || count_words(block.text) >= kMinWords) return dateline;
    }
    return {};
}

/// What the story's dateline says goes to the places of the header that are still empty.
void note_dateline(const ExtractedPage& page, ArticleHeader& header) {
    constexpr int kFirstGuessedYear = 1995;
    if (!header.dateline.empty()) return;
    Dateline dateline = dateline_of(page.blocks);
    header.dateline = std::move(dateline.place);
    header.agency = std::move(dateline.agency);
    if (!dateline.day || !header.published.empty()) return;
    if (dateline.day->year < kFirstGuessedYear || today() < *dateline.day) return;
    header.published = iso_day(*dateline.day);
    header.published_from = "dateline";
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
    if (text_bytes(page->blocks) > kMaxTextBytes) {
        return Error{
            ErrorCode::BadInput,
            fmt::format("holds more than {} bytes of text: no article is so long", kMaxTextBytes),
            "split it into articles, or leave it out"};
    }
    if (!page->is_cleaned) note_dateline(*page, page->header);
    return page;
}

Result<ExtractedPage> extract(const DecodedRecord& record) {
    const auto row = std::find_if(kFormats.begin(), kFormats.end(), [&record](const FormatRow& r) {
        return r.format == record.format;
    });
    if (row == kFormats.end() || row->read == nullptr)
        return Error{ErrorCode::BadInput, "is of a form that is not read as text"};
    return finished(row->read(record));
}

}  // namespace sitrep
