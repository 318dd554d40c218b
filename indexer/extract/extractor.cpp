#include "indexer/extract/extractor.hpp"

#include "base/strings.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/readers.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// THE format table: how a file's name ends, and who reads it.
struct FormatRow {
    std::string_view extension;
    Format format;
    Result<ExtractedPage> (*read)(std::string_view);
};

constexpr std::array<FormatRow, 7> kFormats = {{
    {".txt", Format::Text, read_text},
    {".md", Format::Markdown, read_markdown},
    {".markdown", Format::Markdown, read_markdown},
    {".html", Format::Html, read_html},
    {".htm", Format::Html, read_html},
    {".xhtml", Format::Html, read_html},
    {".json", Format::Json, read_json},
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
        if (file_name.size() <= row.extension.size()) continue;
        const std::string_view end = file_name.substr(file_name.size() - row.extension.size());
        if (equals_ignoring_case(end, row.extension)) return row.format;
    }
    return std::nullopt;
}

Result<ExtractedPage> extract(const DecodedRecord& record) {
    const auto row = std::find_if(kFormats.begin(), kFormats.end(), [&record](const FormatRow& r) {
        return r.format == record.format;
    });
    Result<ExtractedPage> page = row->read(record.text);
    if (!page) return page;
    if (page->header.title.empty() && page->blocks.empty()) {
        return Error{ErrorCode::BadInput, "no title and no text"};
    }
    if (page->header.dateline.empty()) page->header.dateline = dateline_of(page->blocks);
    return page;
}

}  // namespace sitrep
