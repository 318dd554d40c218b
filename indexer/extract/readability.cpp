#include "indexer/extract/readability.hpp"

#include "base/strings.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::size_t kLevels = 5;  // ancestors that a paragraph's score reaches

/// Bytes and commas of the text below each node, and bytes inside links: running sums.
struct TextSums {
    std::vector<std::uint32_t> bytes, links, commas;

    TextSums(const HtmlTree& tree, const HtmlRoles& roles)
        : bytes(tree.size() + 1), links(tree.size() + 1), commas(tree.size() + 1) {
        static const TagSet kLink = {"a"};
        std::size_t link_end = 0;
        std::size_t skip_end = 0;
        for (std::size_t i = 0; i < tree.size(); ++i) {
            const HtmlNode& node = tree.node(i);
            if (kLink.has(node)) link_end = node.end;
            if (roles.skipped[i] != 0) skip_end = std::max(skip_end, node.end);
            const std::string_view text =
                node.is_text() && i >= skip_end ? trimmed(node.text) : std::string_view();
            const auto size = static_cast<std::uint32_t>(text.size());
            bytes[i + 1] = bytes[i] + size;
            links[i + 1] = links[i] + (i < link_end ? size : 0);
            commas[i + 1] =
                commas[i] + static_cast<std::uint32_t>(std::count(text.begin(), text.end(), ','));
        }
    }
};

float first_score(const ElementRole& role) {
    constexpr std::uint32_t kAgainst =
        bit_of(PlaceMark::RelatedName) | bit_of(PlaceMark::PromoName) |
        bit_of(PlaceMark::CommentName) | bit_of(PlaceMark::MenuName) | bit_of(PlaceMark::AdName) |
        bit_of(PlaceMark::ShareName) | bit_of(PlaceMark::Footer) | bit_of(PlaceMark::Nav) |
        bit_of(PlaceMark::Aside) | bit_of(PlaceMark::Form);
    constexpr std::uint32_t kFor = bit_of(PlaceMark::StoryName) | bit_of(PlaceMark::Article);
    float score = 0;
    if ((role.own_marks & kFor) != 0) score += 25;
    if ((role.own_marks & kAgainst) != 0) score -= 25;
    return score;
}

}  // namespace

std::size_t readable_element(const HtmlTree& tree, const HtmlRoles& roles) {
    constexpr std::uint32_t kMinBytes = 25;
    static const TagSet kScored = {"p", "td", "pre", "blockquote"};
    const TextSums sums(tree, roles);
    std::vector<float> scores(tree.size(), 0);
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const HtmlNode& node = tree.node(i);
        // Text that stands in a container of its own, without <p>, is a paragraph too.
        const std::size_t holder = node.is_text() ? node.parent : i;
        const bool loose = node.is_text() && !kScored.has(tree.node(holder));
        if (!loose && !kScored.has(node)) continue;
        const std::uint32_t bytes = sums.bytes[node.end] - sums.bytes[i];
        if (bytes < (loose ? 4 * kMinBytes : kMinBytes)) continue;
        const auto commas = static_cast<float>(sums.commas[node.end] - sums.commas[i]);
        const float score = 1 + commas + static_cast<float>(std::min(bytes / 100, 3U));
        std::size_t above = node.parent;
        for (std::size_t level = 0; level < kLevels && above != 0; ++level) {
            scores[above] += score / static_cast<float>(level == 0   ? 1
                                                        : level == 1 ? 2
                                                                     : 3 * level);
            above = tree.node(above).parent;
        }
    }
    std::size_t best = 0;
    float best_score = 0;
    for (std::size_t i = 1; i < tree.size(); ++i) {
        if (scores[i] == 0) continue;
        const HtmlNode& node = tree.node(i);
        const auto bytes = static_cast<float>(sums.bytes[node.end] - sums.bytes[i]);
        const auto links = static_cast<float>(sums.links[node.end] - sums.links[i]);
        const float score =
            (scores[i] + first_score(roles.of[i])) * (bytes > 0 ? 1 - links / bytes : 0);
        if (score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

}  // namespace sitrep
