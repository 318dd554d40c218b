#include "indexer/extract/page_head.hpp"

#include "base/strings.hpp"
#include "indexer/extract/html_roles.hpp"

#include <algorithm>
#include <array>

namespace sitrep {

std::size_t head_end(const HtmlTree& tree, std::size_t headline, std::size_t least) {
    constexpr std::size_t kMaxNodes = 1500;
    constexpr std::size_t kProseBytes = 250;
    constexpr std::size_t kMaxProse = 2;  // a deck may be long; two long texts are the story
    std::size_t prose = 0;
    std::size_t i = headline;
    const std::size_t end = std::min(tree.size(), headline + kMaxNodes);
    while (i < end && prose < kMaxProse) {
        if (is_unseen(tree, i)) {
            i = tree.node(i).end;
            continue;
        }
        if (tree.node(i).is_text() && tree.node(i).text.size() >= kProseBytes) ++prose;
        ++i;
    }
    return std::min(std::max(std::min(i, end), headline + least), tree.size());
}

bool in_prose(const HtmlTree& tree, std::size_t i) {
    static constexpr auto kInline = std::to_array<std::string_view>(
        {"a", "abbr", "b", "bdi", "em", "font", "i", "small", "span", "strong", "time", "u"});
    constexpr std::size_t kMaxNodes = 80;
    constexpr std::size_t kProseBytes = 250;
    std::size_t block = tree.node(i).parent;
    while (block != 0 && is_one_of(tree.node(block).tag, kInline)) {
        block = tree.node(block).parent;
    }
    if (tree.node(block).tag != "p" && tree.node(block).tag != "li") return false;
    std::size_t bytes = 0;
    const std::size_t end = std::min(tree.node(block).end, i + kMaxNodes);
    for (std::size_t at = block > i ? i : std::max(block, i > kMaxNodes ? i - kMaxNodes : 0);
         at < end; ++at) {
        if (tree.node(at).is_text()) bytes += tree.node(at).text.size();
    }
    return bytes > kProseBytes;
}

bool is_unseen(const HtmlTree& tree, std::size_t i) {
    static constexpr auto kTags = std::to_array<std::string_view>(
        {"script", "style", "noscript", "template", "head", "svg", "textarea", "select"});
    return is_one_of(tree.node(i).tag, kTags);
}

bool is_about_others(const HtmlTree& tree, std::size_t i) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"comment",   "comments",    "commentlist",  "disqus",       "respond",
         "related",   "recommended", "bookmark",     "testimonial",  "testimonials",
         "pullquote", "pagination",  "reviews",      "more-stories", "recent-posts",
         "caption",   "captions",    "photo-credit", "image-credit", "photo-byline"});
    const std::string_view tag = tree.node(i).tag;
    if (tag == "figure" || tag == "figcaption") return true;
    if (tag.empty() || tag == "body" || tag == "html" || tag == "article" || tag == "main")
        return false;
    for (const std::string& name : names_of(tree, i)) {
        for (const std::string_view word : kWords) {
            if (name_has(name, word)) return true;
        }
    }
    return false;
}

}  // namespace sitrep
