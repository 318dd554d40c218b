// The names of the elements around each block of a page, spelled out: what the weights of
// html_name_weights.inc are learned from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct NameTrails {
    struct Element {
        std::size_t parent = 0;  ///< index; the root's is its own
        std::vector<std::string> words;
    };
    std::vector<Element> elements;     ///< the root first, parents before children
    std::vector<std::size_t> holders;  ///< of each block that read_html() gives: its element
};

/// Of an HTML page; empty for one that markup_to_parse() refuses.
NameTrails name_trails(std::string_view text);

}  // namespace sitrep
