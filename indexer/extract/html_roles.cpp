#include "indexer/extract/html_roles.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr auto kSkippedTags = std::to_array<std::string_view>(
    {"script", "style",    "noscript", "template", "svg",   "math",   "iframe",
     "object", "embed",    "canvas",   "video",    "audio", "button", "input",
     "select", "textarea", "option",   "datalist", "label", "head",   "title"});
constexpr auto kFurnitureTags =
    std::to_array<std::string_view>({"nav", "aside", "footer", "figcaption", "dialog", "menu"});
constexpr auto kFurnitureRoles =
    std::to_array<std::string_view>({"navigation", "banner", "contentinfo", "complementary",
                                     "dialog", "alertdialog", "search", "menu", "menubar"});

/// Words of class and id names. Of the trade, not of one site.
constexpr auto kFurnitureWords = std::to_array<std::string_view>({"menu",
                                                                  "nav",
                                                                  "navbar",
                                                                  "navigation",
                                                                  "cookie",
                                                                  "cookies",
                                                                  "consent",
                                                                  "gdpr",
                                                                  "onetrust",
                                                                  "share",
                                                                  "sharing",
                                                                  "sharedaddy",
                                                                  "social",
                                                                  "socials",
                                                                  "related",
                                                                  "newsletter",
                                                                  "comment",
                                                                  "comments",
                                                                  "commentlist",
                                                                  "disqus",
                                                                  "respond",
                                                                  "promo",
                                                                  "sidebar",
                                                                  "breadcrumb",
                                                                  "breadcrumbs",
                                                                  "caption",
                                                                  "byline",
                                                                  "footer",
                                                                  "masthead",
                                                                  "advert",
                                                                  "advertisement",
                                                                  "ad",
                                                                  "ads",
                                                                  "sponsored",
                                                                  "popup",
                                                                  "modal",
                                                                  "subscribe",
                                                                  "subscription",
                                                                  "signup",
                                                                  "toc",
                                                                  "pagination",
                                                                  "pager",
                                                                  "recommended",
                                                                  "recommendations",
                                                                  "recirc",
                                                                  "trending",
                                                                  "taboola",
                                                                  "outbrain",
                                                                  "tags",
                                                                  "taglist",
                                                                  "skip",
                                                                  "screen-reader-text",
                                                                  "sr-only",
                                                                  "visually-hidden",
                                                                  "author-bio",
                                                                  "author-box",
                                                                  "about-author",
                                                                  "post-meta",
                                                                  "entry-meta",
                                                                  "article-meta",
                                                                  "post-navigation",
                                                                  "read-more",
                                                                  "also-read",
                                                                  "cta",
                                                                  "banner",
                                                                  "paywall",
                                                                  "jp-relatedposts",
                                                                  "widget-area",
                                                                  "table-of-contents",
                                                                  "mega-menu",
                                                                  "offcanvas",
                                                                  "post-tags",
                                                                  "entry-footer",
                                                                  "donate",
                                                                  "donation"});

constexpr auto kStoryNames = std::to_array<std::string_view>(
    {"article-body", "articlebody",  "entry-content",   "post-content",      "post-body",
     "story-body",   "storybody",    "article-content", "article-text",      "story-content",
     "article-main", "post-text",    "blog-content",    "blog-post-content", "body-content",
     "rich-text",    "richtext",     "content-body",    "post-entry",        "single-content",
     "story-text",   "article-copy", "body-copy",       "news-content",      "blog-body",
     "page-content", "main-content"});

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void add_name(std::string_view raw, std::vector<std::string>& names) {
    constexpr std::size_t kMaxNames = 12;
    constexpr std::size_t kMaxBytes = 64;
    if (raw.empty() || names.size() >= kMaxNames) return;
    std::string name;
    for (const char c : raw.substr(0, kMaxBytes)) {
        if (is_ascii_upper(c) && !name.empty() && (is_ascii_lower(name.back()))) name += '-';
        name += is_ascii_alpha(c) || is_ascii_digit(c) ? ascii_lower(c) : '-';
    }
    names.push_back(std::move(name));
}

bool is_hidden(const HtmlTree& tree, std::size_t i) {
    if (tree.has_attribute(i, "hidden")) return true;
    const std::string_view style = tree.attribute(i, "style");
    return !style.empty() && (contains_ignoring_case(style.substr(0, 200), "display:none") ||
                              contains_ignoring_case(style.substr(0, 200), "display: none"));
}

/// Running text by node: bytes of long text outside links, summed from the page's start.
class ProseSums {
  public:
    explicit ProseSums(const HtmlTree& tree, const HtmlRoles& roles) : sums_(tree.size() + 1, 0) {
        constexpr std::size_t kMinBytes = 40;
        std::size_t link_end = 0;
        std::size_t left_out_end = 0;
        for (std::size_t i = 0; i < tree.size(); ++i) {
            const HtmlNode& node = tree.node(i);
            if (node.tag == "a") link_end = node.end;
            if (roles.skipped[i] != 0 || roles.furniture[i] != 0) {
                left_out_end = std::max(left_out_end, node.end);
            }
            const bool counts = node.is_text() && i >= link_end && i >= left_out_end;
            const std::size_t bytes = counts ? trimmed(node.text).size() : 0;
            sums_[i + 1] = sums_[i] + (bytes >= kMinBytes ? bytes : 0);
        }
    }
    std::size_t of(const HtmlNode& node, std::size_t index) const {
        return sums_[node.end] - sums_[index];
    }
    std::size_t total() const { return sums_.back(); }

  private:
    std::vector<std::size_t> sums_;
};

bool is_skipped(const HtmlTree& tree, std::size_t i) {
    const std::string_view tag = tree.node(i).tag;
    if (!is_one_of(tag, kSkippedTags)) return false;
    // A label around running text is layout, and so may a button be in a list of questions.
    return (tag != "label" && tag != "button") || tree.node(i).end - i < 8;
}

bool inside(const HtmlTree& tree, std::size_t i, std::string_view tag) {
    for (; i != 0; i = tree.node(i).parent) {
        if (tree.node(i).tag == tag) return true;
    }
    return false;
}

bool looks_like_furniture(const HtmlTree& tree, std::size_t i) {
    const std::string_view tag = tree.node(i).tag;
    if (tag == "html" || tag == "body" || tag == "article" || tag == "main") return false;
    if (is_one_of(tag, kFurnitureTags)) return true;
    if (tag == "header" && !inside(tree, tree.node(i).parent, "article") &&
        !inside(tree, tree.node(i).parent, "main")) {
        return true;
    }
    if (is_one_of(tree.attribute(i, "role"), kFurnitureRoles) || is_hidden(tree, i)) return true;
    for (const std::string& name : names_of(tree, i)) {
        for (const std::string_view word : kFurnitureWords) {
            if (name_has(name, word)) return true;
        }
    }
    return false;
}

/// How good a story container the element's names say it is; 0 is no container.
int story_rank(const HtmlTree& tree, std::size_t i) {
    const std::string_view tag = tree.node(i).tag;
    if (tag == "body" || tag == "html") return 0;
    if (tree.attribute(i, "itemprop") == "articleBody") return 4;
    for (const std::string& name : names_of(tree, i)) {
        for (const std::string_view story : kStoryNames) {
            if (name_has(name, story))
                return story == "page-content" || story == "main-content" ? 1 : 3;
        }
    }
    if (tag == "article" || tree.attribute(i, "role") == "article") return 2;
    if (tag == "main" || tree.attribute(i, "role") == "main") return 1;
    return 0;
}

/// The deepest element that holds nearly all running text.
std::size_t densest(const HtmlTree& tree, const ProseSums& prose) {
    constexpr std::size_t kPercent = 85;
    std::size_t at = 0;
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const HtmlNode& node = tree.node(i);
        const std::string_view tag = node.tag;
        if (node.is_text() || tag == "p" || tag == "td" || tag == "tr" || tag == "tbody") continue;
        if (prose.of(node, i) * 100 >= prose.total() * kPercent) at = i;
    }
    return at;
}

/// The best-named element that holds half of the running text or more; else the densest.
std::size_t find_story(const HtmlTree& tree, const ProseSums& prose) {
    constexpr std::size_t kMinBytes = 250;
    if (prose.total() < kMinBytes) return 0;
    std::array<std::size_t, 5> best{};
    for (std::size_t i = 1; i < tree.size(); ++i) {
        if (tree.node(i).is_text()) continue;
        const int rank = story_rank(tree, i);
        if (rank == 0) continue;
        std::size_t& held = best[static_cast<std::size_t>(rank)];
        if (held == 0 || prose.of(tree.node(i), i) > prose.of(tree.node(held), held)) held = i;
    }
    for (std::size_t rank = 4; rank > 0; --rank) {
        if (best[rank] == 0) continue;
        if (prose.of(tree.node(best[rank]), best[rank]) * 2 >= prose.total()) return best[rank];
    }
    return densest(tree, prose);
}

}  // namespace

std::vector<std::string> names_of(const HtmlTree& tree, std::size_t index) {
    std::vector<std::string> names;
    constexpr std::size_t kMaxBytes = 500;
    const std::string_view classes = tree.attribute(index, "class").substr(0, kMaxBytes);
    for (std::size_t at = 0; at < classes.size();) {
        const std::size_t end = std::min(classes.find_first_of(" \t\n\r\f", at), classes.size());
        add_name(classes.substr(at, end - at), names);
        at = end + 1;
    }
    add_name(tree.attribute(index, "id"), names);
    add_name(tree.attribute(index, "itemprop"), names);
    return names;
}

bool name_has(std::string_view name, std::string_view part) {
    for (std::size_t at = name.find(part); at != std::string_view::npos;
         at = name.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        if ((at == 0 || name[at - 1] == '-') && (end == name.size() || name[end] == '-'))
            return true;
    }
    return false;
}

HtmlRoles html_roles(const HtmlTree& tree) {
    HtmlRoles roles;
    roles.skipped.assign(tree.size(), 0);
    roles.furniture.assign(tree.size(), 0);
    for (std::size_t i = 0; i < tree.size(); ++i) roles.skipped[i] = is_skipped(tree, i) ? 1 : 0;
    const ProseSums all(tree, roles);
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const HtmlNode& node = tree.node(i);
        if (node.is_text() || roles.skipped[i] != 0) continue;
        // Names lie ("has-sidebar"): what holds a third of the running text is no furniture.
        if (looks_like_furniture(tree, i) && all.of(node, i) * 3 < all.total() + 1) {
            roles.furniture[i] = 1;
        }
    }
    roles.story = find_story(tree, ProseSums(tree, roles));
    return roles;
}

}  // namespace sitrep
