#include "indexer/extract/html_metadata.hpp"

#include "base/strings.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/html_authors.hpp"
#include "indexer/extract/html_dates.hpp"
#include "indexer/extract/html_roles.hpp"
#include "indexer/extract/html_site.hpp"
#include "indexer/extract/html_title.hpp"
#include "model/url.hpp"
#include "text/language_code.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// The article's address: the canonical one, unless it is another site's or only a front page's
/// while og:url or JSON-LD name an article here.
std::string choose_url(const PageFacts& facts) {
    const std::string og = resolved_url(facts.meta_of({"og:url", "twitter:url"}), facts.base);
    const std::string ld = resolved_url(facts.json_ld.url, og.empty() ? facts.base : og);
    const std::string canonical = resolved_url(facts.canonical, !facts.base.empty() ? facts.base
                                                                : !og.empty()       ? og
                                                                                    : ld);
    const std::string& own = !og.empty() ? og : ld;
    const auto is_front_page = [](std::string_view url) {
        const std::size_t path = url.find('/', url.find("://") + 3);
        return path == std::string_view::npos || path + 1 == url.size();
    };
    if (canonical.empty()) return canonical_url(own);
    const bool foreign = !own.empty() && !is_same_site(host_of(canonical), host_of(own));
    const bool no_article = !own.empty() && is_front_page(canonical) && !is_front_page(own);
    return canonical_url(foreign || no_article ? own : canonical);
}

std::string choose_outlet(const PageFacts& facts, std::string_view url) {
    std::string site = site_name(facts);
    return site.empty() ? host_of(url) : site;
}

/// The first part of the path, where it names a part of the site.
std::string section_of_path(std::string_view url) {
    static constexpr auto kNone = std::to_array<std::string_view>(
        {"article", "articles", "story",          "stories", "news",    "blog",
         "blogs",   "post",     "posts",          "index",   "content", "node",
         "pages",   "page",     "press-releases", "p",       "archive", "archives",
         "web",     "site",     "home",           "hub",     "topics",  "resources"});
    const std::size_t host = url.find("://");
    if (host == std::string_view::npos) return {};
    const std::vector<std::string_view> parts = split(url.substr(host + 3), '/');
    constexpr std::size_t kMaxBytes = 30;
    if (parts.size() < 3 || parts[2].empty()) return {};
    std::string name = ascii_lower(parts[1]);
    const bool word =
        name.size() > 2 && name.size() <= kMaxBytes &&
        std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_alpha(c) || c == '-'; });
    const bool locale = name.size() == 5 && name[2] == '-';  // `en-us`
    if (!word || locale || is_one_of(name, kNone)) return {};
    std::replace(name.begin(), name.end(), '-', ' ');
    return name;
}

/// No address, and no longer than a list of names: some templates put other facts there.
bool may_be_section(std::string_view text) {
    constexpr std::size_t kMaxBytes = 100;
    return !text.empty() && text.size() <= kMaxBytes && !is_url(text);
}

std::string choose_section(const PageFacts& facts, std::string_view url) {
    // The step above the article itself, when it is not the front page.
    const std::vector<std::string>& steps = facts.json_ld.breadcrumb;
    const std::string step = steps.size() >= 3 ? steps[steps.size() - 2] : std::string();
    for (const std::string& section :
         {facts.json_ld.section, facts.meta_of({"article:section", "parsely-section", "section"}),
          step}) {
        if (may_be_section(section)) return section;
    }
    return section_of_path(url);
}

std::string choose_language(const PageFacts& facts) {
    for (const std::string& tag : {facts.language, facts.meta_of({"og:locale", "content-language"}),
                                   facts.json_ld.language}) {
        std::string code = language_code(tag);
        if (!code.empty()) return code;
    }
    return {};
}

bool is_named_deck(const HtmlTree& tree, std::size_t i) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"deck", "dek", "subtitle", "sub-title", "standfirst",
                                         "subheadline", "sub-headline", "subhead"});
    for (const std::string& name : names_of(tree, i)) {
        for (const std::string_view word : kWords) {
            if (name_has(name, word)) return true;
        }
    }
    return false;
}

/// Whether a paragraph is the first of a story: one of running text follows it in its element, and
/// no byline or date line stands between.
bool opens_story(const HtmlTree& tree, std::size_t i) {
    constexpr std::size_t kMaxSiblings = 12;
    constexpr std::size_t kMinWords = 12;
    const std::size_t end = tree.node(tree.node(i).parent).end;
    std::size_t at = tree.node(i).end;
    for (std::size_t n = 0; at < end && n < kMaxSiblings; at = tree.node(at).end, ++n) {
        const std::string text = tree.text_of(at);
        if (read_credit_line(text)) return false;
        if (tree.node(at).tag == "p" && count_words(text) >= kMinWords) return true;
    }
    return false;
}

/// The lines under the headline, when the page marks them as such, or says them as its description.
std::string choose_deck(const HtmlTree& tree, const PageFacts& facts, std::size_t headline) {
    constexpr std::size_t kReach = 60;
    constexpr std::size_t kMaxNodes = 12;
    constexpr std::size_t kMaxBytes = 400;
    constexpr std::size_t kMinWords = 4;
    if (headline == 0) return {};
    const std::string description = facts.meta_of({"description", "og:description"});
    const std::size_t begin = tree.node(headline).end;
    for (std::size_t i = begin; i < std::min(tree.size(), begin + kReach); ++i) {
        if (tree.node(i).is_text() || tree.node(i).end - i > kMaxNodes) continue;
        const bool named = is_named_deck(tree, i);
        if (!named && tree.node(i).tag != "p" && tree.node(i).tag != "h2") continue;
        std::string text = tree.text_of(i);
        if (text.size() > kMaxBytes || count_words(text) < kMinWords) continue;
        if (named || (text == description && !opens_story(tree, i))) return text;
    }
    return {};
}

}  // namespace

ArticleHeader html_metadata(const HtmlTree& tree, const PageFacts& facts) {
    ArticleHeader header;
    header.title = choose_title(facts);
    const std::size_t headline = headline_node(tree, facts, header.title);
    header.url = choose_url(facts);
    header.outlet = choose_outlet(facts, header.url);
    if (header.url.empty()) header.url = canonical_url(facts.address);
    header.section = choose_section(facts, header.url);
    header.language = choose_language(facts);
    header.deck = choose_deck(tree, facts, headline);
    read_authors(tree, facts, headline, header);
    read_dates(tree, facts, headline, header);
    return header;
}

}  // namespace sitrep
