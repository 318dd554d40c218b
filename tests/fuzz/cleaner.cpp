// Lines as blocks: the first byte of a line says its kind and flags, the rest is its text.
#include "indexer/clean/cleaner.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sitrep;
    const std::string text = utf8::repaired({reinterpret_cast<const char*>(data), size});
    ExtractedPage page;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != '\n') continue;
        const std::string line = text.substr(begin, at - begin);
        begin = at + 1;
        if (line.size() < 2 || static_cast<unsigned char>(line[0]) >= 0x80) continue;
        Block block;
        block.kind = static_cast<BlockKind>(line[0] % 3);
        block.furniture = (line[0] & 8) != 0;
        block.text = line.substr(1);
        if ((line[0] & 16) != 0) block.link_chars = block.text.size();
        if ((line[0] & 64) != 0) {  // a place in some markup, true or not
            const auto number = static_cast<std::uint32_t>(line.size());
            block.place.path = number;
            block.place.marks = number * 2654435761U;
            block.place.level = static_cast<std::uint8_t>(number % 7);
            block.place.near_names = static_cast<float>(line[1]);
            for (BlockRange& group : block.place.groups) {
                group = {static_cast<std::uint32_t>(page.blocks.size()) - number % 5, number};
            }
        }
        if ((line[0] & 32) != 0 && page.header.title.empty()) page.header.title = block.text;
        page.blocks.push_back(std::move(block));
    }
    const std::size_t blocks = page.blocks.size();
    const Article article = clean(std::move(page));
    std::size_t kept = article.dropped.size();
    for (const Section& section : article.sections) {
        kept += section.paragraphs.size() + (section.heading.empty() ? 0 : 1);
    }
    if (kept != blocks) std::abort();
    return 0;
}
