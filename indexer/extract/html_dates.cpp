#include "indexer/extract/html_dates.hpp"

#include "base/strings.hpp"
#include "indexer/extract/printed_dates.hpp"
#include "model/url.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace sitrep {
namespace {

constexpr int kFirstGuessedYear = 1995;

/// A date as given somewhere, and its day.
struct GivenDate {
    Day day;
    std::string iso;
    std::string_view from;
};
using Given = std::optional<GivenDate>;

/// Tomorrow, as the run sees it: a page of the other side of the date line may bear it.
bool is_future(const Day& day) {
    static const long last = day_number(today()) + 1;
    return day_number(day) > last;
}

Given given(std::string_view value, std::string_view from, NumberOrder order) {
    std::string iso = iso_date(value, order);
    const std::optional<Day> day = parse_day(std::string_view(iso).substr(0, 10));
    if (!day || is_future(*day)) return std::nullopt;
    return GivenDate{*day, std::move(iso), from};
}

/// The day in a path: /2025/09/04/, /2025/sep/04/, /2025-09-04-radar, /20250904-radar.
Given url_date(std::string_view url) {
    const auto believed = [](const std::optional<Day>& day) -> Given {
        if (!day || day->year < kFirstGuessedYear || is_future(*day)) return std::nullopt;
        return GivenDate{*day, iso_day(*day), "url"};
    };
    const std::size_t host = url.find("://");
    const std::size_t path = url.find('/', host == std::string_view::npos ? 0 : host + 3);
    if (path == std::string_view::npos) return std::nullopt;
    url = url.substr(path, url.find_first_of("?#", path) - path);
    const std::vector<std::string_view> parts = split(url.substr(0, 1000), '/');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t figures =
            std::min(parts[i].find_first_not_of("0123456789"), parts[i].size());
        std::string text;
        if (figures == 4 && parts[i].size() == 4 && i + 2 < parts.size()) {
            const bool name = !parts[i + 1].empty() && is_ascii_alpha(parts[i + 1].front());
            // The whole part, or before an ending: 10th-mountain-division is a headline.
            const std::string_view last = parts[i + 2];
            const std::string_view day = last.substr(0, last.find_first_not_of("0123456789"));
            if (day.size() < last.size() && last[day.size()] != '.') continue;
            text = name ? std::string(day) + " " + std::string(parts[i + 1]) + " " +
                              std::string(parts[i])
                        : std::string(parts[i]) + "-" + std::string(parts[i + 1]) + "-" +
                              std::string(day);
        } else if (figures == 4 && parts[i].size() >= 10) {
            text = parts[i].substr(0, 10);
            if (text[4] != '-' || (parts[i].size() > 10 && is_ascii_digit(parts[i][10]))) continue;
        } else if (figures == 8) {
            text = parts[i].substr(0, 8);
        }
        if (Given date = believed(parse_day(text))) return date;
    }
    return std::nullopt;
}

template <std::size_t N>
Given meta_date(const PageFacts& facts, const std::array<std::string_view, N>& names,
                std::string_view from, NumberOrder order) {
    for (const std::string_view name : names) {
        if (Given date = given(facts.meta_of({name}), from, order)) return date;
    }
    return std::nullopt;
}

constexpr auto kPublishedMeta = std::to_array<std::string_view>({"article:published_time",
                                                                 "og:article:published_time",
                                                                 "article:published",
                                                                 "og:published_time",
                                                                 "og:pubdate",
                                                                 "og:publish_date",
                                                                 "datepublished",
                                                                 "pubdate",
                                                                 "pub_date",
                                                                 "publishdate",
                                                                 "publish_date",
                                                                 "publish-date",
                                                                 "publication_date",
                                                                 "publication-date",
                                                                 "publicationdate",
                                                                 "publisheddate",
                                                                 "published",
                                                                 "published_at",
                                                                 "published_time",
                                                                 "published-date",
                                                                 "published_date",
                                                                 "article.published",
                                                                 "article_date_original",
                                                                 "article_publish_date",
                                                                 "original-publish-date",
                                                                 "parsely-pub-date",
                                                                 "sailthru.date",
                                                                 "date",
                                                                 "dc.date",
                                                                 "dc.date.issued",
                                                                 "dc.date.created",
                                                                 "dcterms.created",
                                                                 "dcterms.date",
                                                                 "dcterms.issued",
                                                                 "dcterms.available",
                                                                 "citation_publication_date",
                                                                 "citation_online_date",
                                                                 "citation_date",
                                                                 "prism.publicationdate",
                                                                 "release_date",
                                                                 "displaydate",
                                                                 "cxenseparse:recs:publishtime",
                                                                 "datecreated"});

constexpr auto kModifiedMeta = std::to_array<std::string_view>(
    {"article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod",
     "article:modified", "article.updated", "dcterms.modified", "dc.date.modified", "updated",
     "revised", "cdc:last_updated"});

/// The date of the elements with this itemprop ("dateCreated datePublished" has two).
Given marked_date(const HtmlTree& tree, std::string_view itemprop, NumberOrder order) {
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const std::string_view prop = tree.attribute(i, "itemprop");
        if (prop.empty() || prop.find(itemprop) == std::string_view::npos) continue;
        for (const char* name : {"content", "datetime"}) {
            if (Given date = given(tree.attribute(i, name), "itemprop", order)) return date;
        }
        constexpr std::size_t kMaxNodes = 20;
        if (tree.node(i).end - i > kMaxNodes) continue;
        if (Given date = given(tree.text_of(i), "itemprop", order)) return date;
    }
    return std::nullopt;
}

Given printed(const std::optional<PrintedDate>& date) {
    if (!date) return std::nullopt;
    return GivenDate{date->day, date->iso, date->from};
}

Given first_of(std::initializer_list<Given> dates) {
    for (const Given& date : dates) {
        if (date) return date;
    }
    return std::nullopt;
}

/// Whether a stamp's clock stands at noon or later: then no time zone makes it the day before.
bool is_past_noon(std::string_view iso) {
    return iso.size() > 13 && iso[10] == 'T' &&
           (iso[11] == '2' || (iso[11] == '1' && iso[12] >= '2'));
}

/// Whether the day that the page shows its readers goes before the one its data state: an earlier
/// one does, for sites stamp a page anew when they rebuild it. A day's difference may be the time
/// zone's; the same figures in the other order are the same day read amiss. A day in other words
/// than a date line's is what the article is about.
bool prefer_shown(const GivenDate& stated, const PrintedDate& shown) {
    if (!shown.alone) return false;
    const bool swapped = stated.day.year == shown.day.year && stated.day.month == shown.day.day &&
                         stated.day.day == shown.day.month;
    const long behind = day_number(stated.day) - day_number(shown.day);
    return !swapped && (behind > 1 || (behind == 1 && is_past_noon(stated.iso)));
}

}  // namespace

void read_dates(const HtmlTree& tree, const PageFacts& facts, std::size_t headline,
                ArticleHeader& header) {
    const NumberOrder order = number_order(tree, facts.language, host_of(header.url));
    const Day last = today();
    const PrintedDates near = printed_dates(tree, headline, order, last);
    const std::optional<PrintedDate>& shown = near.published ? near.published : near.bare;
    const Given stated = first_of({given(facts.json_ld.published, "json-ld", order),
                                   meta_date(facts, kPublishedMeta, "meta", order),
                                   marked_date(tree, "datePublished", order)});
    Given modified = first_of({given(facts.json_ld.modified, "json-ld modified", order),
                               meta_date(facts, kModifiedMeta, "meta modified", order),
                               marked_date(tree, "dateModified", order), printed(near.modified)});
    Given published = url_date(header.url);
    if (!published) {
        const bool by_page = shown && (!stated || prefer_shown(*stated, *shown));
        published = by_page ? printed(shown) : stated;
        // Nothing is changed before it is published.
        if (stated && !shown && near.modified && near.modified->day < stated->day) {
            published = printed(near.modified);
        }
    }
    if (!published) {
        const PrintedDates far = marked_dates(tree, order, last);
        published = first_of({printed(far.published), printed(near.modified), modified,
                              printed(far.modified), printed(far.bare)});
    }
    if (modified) header.modified = modified->iso;
    if (!published) return;
    header.published = published->iso;
    header.published_from = published->from;
}

}  // namespace sitrep
