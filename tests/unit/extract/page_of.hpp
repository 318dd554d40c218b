// Short ways to a page in tests.
#pragma once

#include "indexer/extract/extractor.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sitrep::test {

inline ExtractedPage page_of(Format format, std::string_view text) {
    Result<ExtractedPage> page = extract({{"test"}, format, std::string(text), "utf-8", 0});
    REQUIRE(page.has_value());
    return *std::move(page);
}

/// The texts of the blocks, one a line: "# " before headings, "* " before list items, "~ " before
/// what is marked as furniture.
inline std::string outline(const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (block.furniture) out += "~ ";
        if (block.kind == BlockKind::Heading) out += "# ";
        if (block.kind == BlockKind::ListItem) out += "* ";
        out += block.text + "\n";
    }
    return out;
}

}  // namespace sitrep::test
