// What the fuzz targets of the readers do with their bytes: repaired to UTF-8 as decode() would,
// then read, cleaned, and the promises checked that hold for any input.
#pragma once

#include "base/utf8.hpp"
#include "indexer/clean/cleaner.hpp"
#include "indexer/extract/extractor.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace sitrep::fuzz {

inline void require(bool holds) {
    if (!holds) std::abort();
}

inline void extract_and_clean(Format format, const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Result<ExtractedPage> page = extract({{"fuzz"}, format, utf8::repaired(bytes), "utf-8", 0});
    if (!page) return;
    require(!page->header.title.empty() || !page->blocks.empty());
    for (const Block& block : page->blocks) {
        require(!block.text.empty() && utf8::is_valid(block.text));
        require(block.link_chars <= block.text.size());
    }
    const std::size_t blocks = page->blocks.size();
    const Article article = clean(*std::move(page));
    std::size_t kept = article.dropped.size();
    for (const Section& section : article.sections) {
        kept += section.paragraphs.size() + (section.heading.empty() ? 0 : 1);
    }
    require(kept == blocks);  // nothing vanishes
}

}  // namespace sitrep::fuzz
