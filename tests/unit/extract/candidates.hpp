// Where the story of a page may stand: pages for the tests of what chooses.
#pragma once

#include "indexer/extract/html_roles.hpp"
#include "indexer/extract/readability.hpp"

#include <string>

namespace sitrep::test {

inline const std::string kLong =
    "The minister opened a yard on Monday, and said that it would build four ships over the next "
    "ten years, for a fleet that has waited for them since the last review of the coast guard.";

/// The id of the element that each candidate chooses; "" for none.
struct Chosen {
    std::string named, densest, readable;
};

inline Chosen chosen(const std::string& body) {
    const HtmlTree tree = HtmlTree::parse("<body>" + body + "</body>");
    const HtmlRoles roles = html_roles(tree);
    const auto id = [&tree](std::size_t node) { return std::string(tree.attribute(node, "id")); };
    return {id(roles.named), id(roles.densest), id(readable_element(tree, roles))};
}

inline std::string paragraphs(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += "<p>" + kLong + "</p>";
    return out;
}

}  // namespace sitrep::test
