#include "indexer/blocks_json.hpp"

#include "indexer/clean/block_vector.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/headline_row.hpp"
#include "indexer/extract/name_trails.hpp"
#include "text/charset.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace sitrep {
namespace {

using Json = nlohmann::ordered_json;

/// The lines of a text that may be its headline, each with its row.
Json headline_lines(std::string_view text) {
    std::vector<TextBlock> blocks = text_blocks(text);
    mark_headings(blocks);
    const HeadlineRows rows(blocks, first_prose(blocks));
    Json lines = Json::array();
    for (const std::size_t i : rows.candidates())
        lines.push_back({{"text", blocks[i].block.text}, {"row", rows.row(i)}});
    return lines;
}

}  // namespace

Result<std::string> blocks_json(RawRecord record, JsonLetters letters) {
    Decoded decoded = decode(record.bytes);
    const NameTrails trails =
        record.format == Format::Html ? name_trails(decoded.text) : NameTrails();
    const bool plain = record.format == Format::Text;
    Json lines = plain ? headline_lines(decoded.text) : Json::array();
    const Result<ExtractedPage> page =
        extract({record.origin, record.format, std::move(decoded.text), std::move(decoded.charset),
                 decoded.replaced});
    if (!page) return page.error();
    const std::vector<BlockFeatures> features = block_features(page->blocks);
    const PageView view{page->header, page->blocks, features};
    BlockRows rows(view);
    Json blocks = Json::array();
    for (std::size_t i = 0; i < page->blocks.size(); ++i) {
        const Block& block = page->blocks[i];
        blocks.push_back({{"text", block.text},
                          {"key", features[i].key},
                          {"kind", static_cast<int>(block.kind)},
                          {"holder", i < trails.holders.size() ? trails.holders[i] : 0},
                          {"row", rows.row(i)}});
    }
    Json elements = Json::array();
    for (const NameTrails::Element& element : trails.elements) {
        elements.push_back({element.parent, element.words});
    }
    Json object = {{"path", record.origin.text()},
                   {"title", page->header.title},
                   {"columns", BlockRows::columns()},
                   {"blocks", std::move(blocks)},
                   {"elements", std::move(elements)}};
    if (plain) {
        object["headline_columns"] = HeadlineRows::columns();
        object["lines"] = std::move(lines);
    }
    return json_line(object, letters) + "\n";
}

}  // namespace sitrep
