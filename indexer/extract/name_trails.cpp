#include "indexer/extract/name_trails.hpp"

#include "indexer/extract/html_blocks.hpp"
#include "indexer/extract/html_names.hpp"
#include "indexer/extract/markup.hpp"

namespace sitrep {

NameTrails name_trails(std::string_view text) {
    NameTrails trails;
    const std::optional<std::string> markup = markup_to_parse(text);
    if (!markup) return trails;
    const HtmlTree tree = HtmlTree::parse(*markup);
    const HtmlRoles roles = html_roles(tree);
    trails.holders = html_blocks(tree, roles).holders;
    std::vector<std::size_t> place(tree.size(), 0);
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree.node(i).is_text()) continue;
        place[i] = trails.elements.size();
        NameTrails::Element element{place[tree.node(i).parent], {}};
        const ElementAttributes attributes = tree.attributes_of(i);
        for (const std::string_view names :
             {attributes.classes, attributes.custom, attributes.id, attributes.itemprop}) {
            for (std::string& word : name_words(names)) element.words.push_back(std::move(word));
        }
        trails.elements.push_back(std::move(element));
    }
    for (std::size_t& holder : trails.holders) holder = place[holder];
    return trails;
}

}  // namespace sitrep
