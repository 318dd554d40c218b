#include "indexer/clean/block_classifier.hpp"

#include "indexer/clean/block_vector.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sitrep {
namespace {

/// A node of a tree, in preorder: what is at most `value` goes to the next node, what is more to
/// the one `right` places on. A leaf has no `right`, and adds `value`.
struct TreeNode {
    std::uint16_t right;
    std::uint16_t column;
    float value;
};

struct Forest {
    std::size_t columns;
    float base;
    std::span<const std::uint32_t> roots;
    const TreeNode* nodes;
};

namespace of_markup {
#include "indexer/clean/block_trees.inc"
}
namespace of_text {
#include "indexer/clean/text_trees.inc"
}

constexpr Forest kMarkupForest = {of_markup::kTreeColumns, of_markup::kBaseOdds,
                                  of_markup::kTreeRoots, of_markup::kTreeNodes};
constexpr Forest kTextForest = {of_text::kTreeColumns, of_text::kBaseOdds, of_text::kTreeRoots,
                                of_text::kTreeNodes};
static_assert(kMarkupForest.columns == kTextForest.columns);

float leaf_of(const TreeNode* node, const float* row) {
    while (node->right != 0) node += row[node->column] <= node->value ? 1 : node->right;
    return node->value;
}

}  // namespace

std::size_t tree_columns() { return kMarkupForest.columns; }

std::vector<float> story_odds(const PageView& page) {
    const Forest& forest = has_markup(page.blocks) ? kMarkupForest : kTextForest;
    std::vector<float> odds(page.blocks.size(), forest.base);
    if (odds.empty()) return odds;
    BlockRows rows(page);
    for (std::size_t i = 0; i < odds.size(); ++i) {
        const float* row = rows.row(i).data();
        for (const std::uint32_t root : forest.roots) odds[i] += leaf_of(forest.nodes + root, row);
    }
    return odds;
}

}  // namespace sitrep
