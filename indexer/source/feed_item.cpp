#include "indexer/source/feed_item.hpp"

#include "base/strings.hpp"
#include "indexer/extract/markup.hpp"
#include "indexer/extract/person_names.hpp"
#include "model/url.hpp"
#include "text/date.hpp"
#include "text/language_code.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep {
namespace {

struct SpaceRow {
    std::string_view begins;
    FeedSpace space;
};
/// Matched by how they begin behind http:// or https://: WordPress counts versions in its own.
constexpr std::array<SpaceRow, 10> kSpaces = {{
    {"www.w3.org/2005/Atom", FeedSpace::Core},
    {"purl.org/atom/ns", FeedSpace::Core},
    {"purl.org/rss/1.0/modules/content", FeedSpace::Content},
    {"purl.org/rss/1.0/", FeedSpace::Core},
    {"backend.userland.com/rss", FeedSpace::Core},
    {"my.netscape.com/rdf", FeedSpace::Core},
    {"channel.netscape.com/rdf", FeedSpace::Core},
    {"purl.org/dc/", FeedSpace::DublinCore},
    {"wordpress.org/export/", FeedSpace::WordPress},
    {"purl.org/rss/", FeedSpace::Other},
}};

void take(std::string& fact, std::string text) {
    if (fact.empty()) fact = std::move(text);
}

/// A title, which some feeds write as HTML inside the XML: `R&amp;D`, `<em>`.
std::string line_of(std::string_view text) {
    if (text.find_first_of("&<") == std::string_view::npos) return collapsed_space(text);
    return collapsed_space(without_markup(text));
}

/// `jane@wire.example (Jane Doe)` is how RSS 2.0 names an author.
void take_authors(std::string_view text, std::vector<std::string>& authors) {
    const std::size_t open = text.find('(');
    if (text.find('@') < open && open != std::string_view::npos)
        text = text.substr(open + 1, text.find(')', open) - open - 1);
    const std::string line = line_of(text);
    for (std::string& name : parse_names(line, NameSource::Field)) {
        if (std::find(authors.begin(), authors.end(), name) == authors.end())
            authors.push_back(std::move(name));
    }
}

bool has_tags(std::string_view text) {
    const std::size_t open = text.find('<');
    return open != std::string_view::npos && text.find('>', open) != std::string_view::npos;
}

/// Text without tags as HTML with its paragraphs.
std::string paragraphs_of(std::string_view text) {
    std::string html = "<p>";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool blank_line =
            text[at] == '\n' &&
            text.substr(at + 1).find_first_not_of(" \t\r") != std::string_view::npos &&
            text[text.find_first_not_of(" \t\r", at + 1)] == '\n';
        if (blank_line) {
            html += "</p><p>";
        } else if (text[at] == '<') {
            html += "&lt;";
        } else {
            html += text[at];
        }
    }
    return html + "</p>";
}

/// The summary, unless it only repeats how the text starts.
std::string deck_of(const FeedItem& item) {
    constexpr std::size_t kMaxDeckBytes = 1000;
    constexpr std::size_t kHeadBytes = 4096;
    if (item.content.empty() || item.summary.size() > kMaxDeckBytes) return {};
    const std::string deck = line_of(item.summary);
    std::string_view start = deck;
    for (const std::string_view dots : {"[…]", "[...]", "…", "..."}) {
        if (start.ends_with(dots)) start = trimmed(start.substr(0, start.size() - dots.size()));
    }
    const std::string head =
        collapsed_space(without_markup(std::string_view(item.content).substr(0, kHeadBytes)));
    return head.find(start) != std::string::npos ? std::string() : deck;
}

/// The address of an item: its link, which may be relative to what the feed says of itself.
std::string url_of(const FeedItem& item, const FeedFacts& feed) {
    std::string base = feed.link;
    for (const std::string& declared : {feed.base, item.base}) {
        if (!declared.empty()) base = resolved_url(declared, base);
    }
    for (std::string url : {resolved_url(item.link, base), item.id}) {
        if (is_url(url)) return url;
    }
    return {};
}

void take_core(std::string_view name, std::string text, FeedItem& item) {
    if (name == "title") {
        take(item.title, line_of(text));
    } else if (name == "link") {
        take(item.link, std::string(trimmed(text)));
    } else if (name == "guid" || name == "id") {
        take(item.id, std::string(trimmed(text)));
    } else if (name == "content") {
        take(item.content, std::move(text));
    } else if (name == "description" || name == "summary") {
        take(item.summary, std::move(text));
    } else if (name == "pubDate" || name == "published" || name == "issued") {
        take(item.published, iso_date(text));
    } else if (name == "updated" || name == "modified") {
        take(item.updated, iso_date(text));
    } else if (name == "author") {
        take_authors(text, item.authors);
    } else if (name == "category") {
        take(item.category, line_of(text));
    } else if (name == "source") {
        take(item.outlet, line_of(text));
    }
}

}  // namespace

FeedSpace feed_space_of(std::string_view uri) {
    if (uri.empty()) return FeedSpace::Core;
    if (const std::size_t scheme = uri.find("://"); scheme != std::string_view::npos)
        uri.remove_prefix(scheme + 3);
    if (uri.starts_with("wordpress.org/export/") && uri.find("/excerpt") != std::string_view::npos)
        return FeedSpace::Excerpt;
    const auto row = std::find_if(kSpaces.begin(), kSpaces.end(),
                                  [uri](const SpaceRow& r) { return uri.starts_with(r.begins); });
    return row == kSpaces.end() ? FeedSpace::Other : row->space;
}

void take_item_element(FeedSpace space, std::string_view name, std::string text, FeedItem& item) {
    switch (space) {
        case FeedSpace::Core:
            return take_core(name, std::move(text), item);
        case FeedSpace::Content:
            if (name == "encoded") take(item.content, std::move(text));
            return;
        case FeedSpace::Excerpt:
            if (name == "encoded") take(item.summary, std::move(text));
            return;
        case FeedSpace::DublinCore:
            if (name == "creator") take_authors(text, item.authors);
            if (name == "date") take(item.published, iso_date(text));
            if (name == "subject") take(item.category, line_of(text));
            return;
        case FeedSpace::WordPress:
            if (name == "post_type") item.post_type = text;
            if (name == "post_date") take(item.published, iso_date(text));
            return;
        case FeedSpace::Other:
            return;
    }
}

void take_feed_element(std::string_view parent, std::string_view name, std::string_view text,
                       FeedFacts& feed) {
    if (parent == "author") {
        if (name == "name") take_authors(text, feed.authors);
    } else if (name == "title") {
        take(feed.title, line_of(text));
    } else if (name == "language") {
        take(feed.language, std::string(trimmed(text)));
    } else if (name == "link") {
        take(feed.link, std::string(trimmed(text)));
    }
}

bool has_text(const FeedItem& item) {
    const bool is_post =
        item.post_type.empty() || item.post_type == "post" || item.post_type == "page";
    return is_post && (!trimmed(item.content).empty() || !trimmed(item.summary).empty());
}

RawRecord record_of(FeedItem item, const FeedFacts& feed, Origin origin) {
    RawRecord record{std::move(origin), Format::HtmlFragment, {}};
    ArticleHeader& given = record.given;
    given.deck = deck_of(item);
    std::string& text = trimmed(item.content).empty() ? item.summary : item.content;
    record.bytes = has_tags(text) ? std::move(text) : paragraphs_of(text);
    record.charset = "utf-8";
    given.url = url_of(item, feed);
    given.id = std::move(item.id);
    given.title = std::move(item.title);
    if (item.authors.empty() && item.outlet.empty()) item.authors = feed.authors;
    given.authors = std::move(item.authors);
    given.published = item.published.empty() ? std::move(item.updated) : std::move(item.published);
    if (!given.published.empty()) given.published_from = "feed";
    given.section = std::move(item.category);
    take(item.outlet, feed.title);
    given.outlet = std::move(item.outlet);
    given.language = language_code(feed.language);
    return record;
}

}  // namespace sitrep
