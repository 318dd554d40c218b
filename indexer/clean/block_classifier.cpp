#include "indexer/clean/block_classifier.hpp"

#include "indexer/clean/block_vector.hpp"

#include <cstddef>
#include <cstdint>

namespace sitrep {
namespace {

/// A node of a tree, in preorder: what is at most `value` goes to the next node, what is more to
/// the one `right` places on. A leaf has no `right`, and adds `value`.
struct TreeNode {
    std::uint16_t right;
    std::uint16_t column;
    float value;
};

#include "indexer/clean/block_trees.inc"

float leaf_of(const TreeNode* node, const float* row) {
    while (node->right != 0) node += row[node->column] <= node->value ? 1 : node->right;
    return node->value;
}

}  // namespace

std::size_t tree_columns() { return kTreeColumns; }

std::vector<float> story_odds(const PageView& page) {
    std::vector<float> odds(page.blocks.size(), kBaseOdds);
    if (odds.empty()) return odds;
    BlockRows rows(page);
    for (std::size_t i = 0; i < odds.size(); ++i) {
        const float* row = rows.row(i).data();
        for (const std::uint32_t root : kTreeRoots) odds[i] += leaf_of(kTreeNodes + root, row);
    }
    return odds;
}

}  // namespace sitrep
