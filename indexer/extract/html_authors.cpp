#include "indexer/extract/html_authors.hpp"

#include "base/strings.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/html_roles.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kMaxCreditBytes = 200;

template <std::size_t N>
bool has_name(const HtmlTree& tree, std::size_t i, const std::array<std::string_view, N>& words) {
    for (const std::string& name : names_of(tree, i)) {
        for (const std::string_view word : words) {
            if (name_has(name, word)) return true;
        }
    }
    return false;
}

std::string short_text(const HtmlTree& tree, std::size_t i) {
    constexpr std::size_t kMaxNodes = 60;
    if (tree.node(i).end - i > kMaxNodes) return {};
    std::string text = tree.text_of(i);
    return text.size() <= kMaxCreditBytes ? text : std::string();
}

/// Whether the place is near the headline or after it, and not in another article's box.
bool is_near(std::size_t headline, std::size_t i) {
    constexpr std::size_t kBefore = 80;
    constexpr std::size_t kAfter = 250;
    return headline == 0 || (i + kBefore > headline && i < headline + kAfter);
}

void add_names(std::string_view text, std::vector<std::string>& out) {
    for (std::string& name : parse_names(text)) {
        if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
    }
}

/// "Long, Ada" as "Ada Long": how bibliographies give names, one a tag.
std::string in_reading_order(std::string_view name) {
    const std::size_t comma = name.find(',');
    if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) {
        return std::string(name);
    }
    return std::string(trimmed(name.substr(comma + 1))) + " " +
           std::string(trimmed(name.substr(0, comma)));
}

std::vector<std::string> marked_authors(const HtmlTree& tree, std::size_t headline) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"byline", "author", "author-name", "writer", "posted-by", "post-author"});
    static constexpr auto kNotNames =
        std::to_array<std::string_view>({"author-bio", "author-box", "about-author", "author-image",
                                         "author-avatar", "author-social"});
    std::vector<std::string> loose;
    for (std::size_t i = 1; i < tree.size(); ++i) {
        if (tree.node(i).is_text() || !is_near(headline, i)) continue;
        const bool rel = tree.attribute(i, "rel") == "author" ||
                         tree.attribute(i, "itemprop").find("author") != std::string_view::npos;
        if (!rel && (!has_name(tree, i, kWords) || has_name(tree, i, kNotNames))) continue;
        const std::string text = short_text(tree, i);
        std::vector<std::string> names = parse_byline(text);
        if (names.empty() && count_words(text) <= 8) names = parse_names(text);
        if (names.empty()) continue;
        if (rel) return names;
        if (loose.empty()) loose = std::move(names);
    }
    return loose;
}

/// The next text behind `at` that is not blank; tree.size() when none is near.
std::size_t next_text(const HtmlTree& tree, std::size_t at) {
    constexpr std::size_t kNodes = 12;
    for (std::size_t i = at + 1; i < std::min(tree.size(), at + kNodes); ++i) {
        if (tree.node(i).is_text() && !trimmed(tree.node(i).text).empty()) return i;
    }
    return tree.size();
}

bool is_by(std::string_view text) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"by", "by:", "written by", "written by:", "author", "author:", "words by", "posted by"});
    return std::any_of(kWords.begin(), kWords.end(),
                       [text](std::string_view word) { return equals_ignoring_case(text, word); });
}

/// "By NAME", in one piece or with the name in an element of its own.
std::vector<std::string> printed_authors(const HtmlTree& tree, std::size_t headline) {
    constexpr std::size_t kReach = 200;
    constexpr std::size_t kMaxNameWords = 5;
    for (std::size_t i = headline; i < std::min(tree.size(), headline + kReach); ++i) {
        const HtmlNode& node = tree.node(i);
        if (!node.is_text() || node.text.size() > kMaxCreditBytes) continue;
        const std::string text = collapsed_space(node.text);
        std::vector<std::string> names = parse_byline(text);
        if (const std::size_t next = is_by(text) ? next_text(tree, i) : tree.size();
            next < tree.size()) {
            const std::string name = collapsed_space(tree.node(next).text);
            if (count_words(name) <= kMaxNameWords) names = parse_names(name);
        }
        if (!names.empty()) return names;
    }
    return {};
}

/// The text of a link to an author's page near the headline.
std::vector<std::string> linked_authors(const HtmlTree& tree, std::size_t headline) {
    constexpr std::size_t kMaxNameWords = 4;
    for (std::size_t i = headline; i < tree.size(); ++i) {
        if (tree.node(i).tag != "a" || !is_near(headline, i)) continue;
        const std::string_view target = tree.attribute(i, "href");
        if (target.find("/author/") == std::string_view::npos &&
            target.find("/authors/") == std::string_view::npos) {
            continue;
        }
        const std::string text = short_text(tree, i);
        if (text.empty() || count_words(text) > kMaxNameWords) continue;
        if (std::vector<std::string> names = parse_names(text); !names.empty()) return names;
    }
    return {};
}

}  // namespace

void read_authors(const HtmlTree& tree, const PageFacts& facts, std::size_t headline,
                  ArticleHeader& header) {
    for (const std::string& name : facts.json_ld.authors) add_names(name, header.authors);
    if (!header.authors.empty()) return;
    for (const std::string& name : facts.cited_authors)
        add_names(in_reading_order(name), header.authors);
    if (!header.authors.empty()) return;
    for (const std::string_view name :
         {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
          "citation_author", "dcterms.creator"}) {
        header.authors = parse_names(facts.meta_of({name}));
        if (!header.authors.empty()) return;
    }
    header.authors = marked_authors(tree, headline);
    if (header.authors.empty()) header.authors = linked_authors(tree, headline);
    if (header.authors.empty()) header.authors = printed_authors(tree, headline);
}

}  // namespace sitrep
