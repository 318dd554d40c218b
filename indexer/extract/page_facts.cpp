#include "indexer/extract/page_facts.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "model/url.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kMaxHeadlines = 50;
constexpr std::size_t kMaxMeta = 500;
constexpr std::size_t kMaxCited = 20;

/// The beginning of what a page says of itself: headlines are looked for in one another, and nobody
/// writes longer ones.
std::string bounded(std::string text) {
    constexpr std::size_t kMaxBytes = 4096;
    if (text.size() > kMaxBytes) text.resize(utf8::floor_boundary(text, kMaxBytes));
    return text;
}

void see_meta(const HtmlTree& tree, std::size_t i, PageFacts& facts) {
    const std::string_view content = trimmed(tree.attribute(i, "content"));
    if (content.empty() || facts.meta.size() >= kMaxMeta) return;
    for (const char* key : {"property", "name", "itemprop"}) {
        const std::string_view name = trimmed(tree.attribute(i, key));
        if (name == "citation_author" && facts.cited_authors.size() < kMaxCited) {
            facts.cited_authors.push_back(bounded(collapsed_space(content)));
        }
        if (!name.empty()) facts.meta.emplace(ascii_lower(name), bounded(collapsed_space(content)));
    }
}

/// Whether an <h1> is the site's own name: called so, or a link to the site's front page.
bool names_site(const HtmlTree& tree, std::size_t h1) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"site-title", "blog-title", "site-name", "logo", "branding", "site-header"});
    constexpr std::size_t kMaxNodes = 12;
    const std::size_t end = std::min(tree.node(h1).end, h1 + kMaxNodes);
    for (std::size_t i = h1; i < end; ++i) {
        for (const std::string& name : names_of(tree, i)) {
            for (const std::string_view word : kWords) {
                if (name_has(name, word)) return true;
            }
        }
        if (tree.node(i).tag != "a") continue;
        std::string_view target = trimmed(tree.attribute(i, "href"));
        if (const std::size_t scheme = target.find("://"); scheme != std::string_view::npos) {
            const std::size_t path = target.find('/', scheme + 3);
            target = path == std::string_view::npos ? "/" : target.substr(path);
        }
        if (target == "/" || target == "../" || target == "./") return true;
    }
    return false;
}

void see(const HtmlTree& tree, std::size_t i, PageFacts& facts) {
    const std::string_view tag = tree.node(i).tag;
    if (tag == "meta") {
        see_meta(tree, i, facts);
    } else if (tag == "h1" && facts.headlines.size() < kMaxHeadlines) {
        std::string text = tree.text_of(i);
        if (text.empty() || names_site(tree, i)) return;
        facts.headlines.push_back(i);
        facts.headline_texts.push_back(bounded(std::move(text)));
    } else if (tag == "title" && facts.title.empty()) {
        facts.title = bounded(tree.text_of(i));
    } else if (tag == "base" && facts.base.empty()) {
        facts.base = trimmed(tree.attribute(i, "href"));
    } else if (tag == "link" && facts.canonical.empty() &&
               equals_ignoring_case(tree.attribute(i, "rel"), "canonical")) {
        facts.canonical = trimmed(tree.attribute(i, "href"));
    } else if (tag == "script" && contains_ignoring_case(tree.attribute(i, "type"), "ld+json")) {
        if (tree.node(i).end > i + 1) read_json_ld(tree.node(i + 1).text, facts.json_ld);
    }
}

}  // namespace

std::string PageFacts::meta_of(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
        const auto found = meta.find(std::string(name));
        if (found != meta.end()) return found->second;
    }
    return {};
}

void PageFacts::set_address(std::string_view given) {
    if (!is_url(given)) return;
    address = given;
    std::string whole = resolved_url(base, address);
    base = whole.empty() ? address : std::move(whole);
}

PageFacts page_facts(const HtmlTree& tree) {
    PageFacts facts;
    if (tree.size() > 0) facts.language = trimmed(tree.attribute(0, "lang"));
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (!tree.node(i).is_text()) see(tree, i, facts);
    }
    return facts;
}

}  // namespace sitrep
