// HTML pages: parsed by gumbo where that is safe, by tag stripping where it is not.
#include "indexer/extract/dom.hpp"
#include "indexer/extract/html_blocks.hpp"
#include "indexer/extract/html_metadata.hpp"
#include "indexer/extract/html_roles.hpp"
#include "indexer/extract/markup.hpp"
#include "indexer/extract/readers.hpp"

#include <algorithm>

namespace sitrep {

Result<ExtractedPage> read_html(std::string_view text) {
    if (!is_safe_markup(text)) return read_text(without_markup(text));
    const HtmlTree tree = HtmlTree::parse(text);
    const HtmlRoles roles = html_roles(tree);
    ExtractedPage page;
    page.header = html_metadata(tree);
    page.blocks = html_blocks(tree, roles);
    if (page.header.title.empty() && page.blocks.empty()) {
        return Error{ErrorCode::BadInput, "no title and no text"};
    }
    return page;
}

std::vector<Block> read_html_fragment(std::string_view text) {
    if (!is_safe_markup(text)) {
        Result<ExtractedPage> page = read_text(without_markup(text));
        return page ? std::move(page->blocks) : std::vector<Block>();
    }
    const HtmlTree tree = HtmlTree::parse(text);
    HtmlRoles roles = html_roles(tree);
    roles.story = 0;
    std::fill(roles.furniture.begin(), roles.furniture.end(), std::uint8_t{0});
    return html_blocks(tree, roles);
}

}  // namespace sitrep
