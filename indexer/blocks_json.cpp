#include "indexer/blocks_json.hpp"

#include "indexer/clean/block_vector.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/extract/name_trails.hpp"
#include "text/charset.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace sitrep {

Result<std::string> blocks_json(RawRecord record, JsonLetters letters) {
    using Json = nlohmann::ordered_json;
    Decoded decoded = decode(record.bytes);
    const NameTrails trails =
        record.format == Format::Html ? name_trails(decoded.text) : NameTrails();
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
    const Json object = {{"path", record.origin.text()},
                         {"title", page->header.title},
                         {"columns", BlockRows::columns()},
                         {"blocks", std::move(blocks)},
                         {"elements", std::move(elements)}};
    return json_line(object, letters) + "\n";
}

}  // namespace sitrep
