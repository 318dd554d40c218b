// One article as a JSON object, as exports and collections carry it: given ids and dates are kept,
// the text is only cut into paragraphs.
#include "base/strings.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/cleaned_json.hpp"
#include "indexer/extract/json_article.hpp"
#include "indexer/extract/json_text.hpp"
#include "indexer/extract/lines.hpp"
#include "indexer/extract/markup.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/printed_dates.hpp"
#include "indexer/extract/readers.hpp"
#include "model/url.hpp"
#include "text/date.hpp"
#include "text/language_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace sitrep {
namespace {

using nlohmann::json;

/// THE table of keys: what an article's facts are called in the exports that people keep, the
/// likeliest first. A point goes into an object. Dates of saving (`created_at`, `timestamp`) are
/// nobody's dates of publication.
///   news-please      title maintext authors date_publish source_domain
///   NewsAPI          title content author publishedAt source.name
///   Wallabag         title content published_by published_at domain_name
///   WordPress        title.rendered content.rendered excerpt.rendered date link _embedded.author
///   JSON Feed        title content_html content_text authors date_published
///   Feedly           title content.content summary.content published origin.title alternate.href
///   Readability      title content byline siteName publishedTime excerpt
///   The Guardian     webTitle fields.body fields.byline webPublicationDate sectionName webUrl
using Keys = std::span<const std::string_view>;
constexpr std::string_view kId[] = {"id", "_id", "docid", "docno", "guid", "uuid", "article_id"};
constexpr std::string_view kTitle[] = {"title",         "headline", "title.rendered",
                                       "headline.main", "webTitle", "titel"};
constexpr std::string_view kText[] = {"text",
                                      "body",
                                      "content",
                                      "maintext",
                                      "articleBody",
                                      "content_html",
                                      "contents",
                                      "content.rendered",
                                      "content.content",
                                      "content_text",
                                      "article_text",
                                      "full_text",
                                      "fulltext",
                                      "textContent",
                                      "body_html",
                                      "fields.body",
                                      "fields.bodyText",
                                      "summary.content",
                                      "lead_paragraph"};
constexpr std::string_view kDeck[] = {"deck",     "description", "summary",          "standfirst",
                                      "subtitle", "excerpt",     "excerpt.rendered", "dek",
                                      "abstract", "subheadline"};
constexpr std::string_view kAuthors[] = {
    "authors",          "author",          "byline",      "creator", "published_by",
    "_embedded.author", "byline.original", "author_name", "writer",  "fields.byline"};
constexpr std::string_view kPublished[] = {
    "published",        "date",           "published_at",       "publishedAt",
    "date_publish",     "pubDate",        "datePublished",      "date_published",
    "publication_date", "publish_date",   "published_date",     "pubdate",
    "publishedTime",    "published_time", "webPublicationDate", "pub_date"};
constexpr std::string_view kSection[] = {"section",     "category",     "articleSection",
                                         "sectionName", "section_name", "categories"};
constexpr std::string_view kOutlet[] = {
    "outlet",      "sitename",  "source-hostname", "source",      "site",         "publisher",
    "site_name",   "siteName",  "source_name",     "domain_name", "origin.title", "source_domain",
    "publication", "newspaper", "provider",        "domain"};
constexpr std::string_view kUrl[] = {"url",       "link",        "canonical_url", "canonicalUrl",
                                     "webUrl",    "web_url",     "permalink",     "alternate.href",
                                     "given_url", "external_url"};
constexpr std::string_view kLanguage[] = {"language", "lang", "inLanguage", "language_code"};
constexpr std::string_view kDateline[] = {"dateline"};

bool is_blank(const json& value) {
    return value.is_null() || (value.is_structured() && value.empty()) ||
           (value.is_string() && value.get_ref<const std::string&>().empty());
}

/// The value at a path of the table; of a list on the way its first.
const json& at_path(const json& object, std::string_view path) {
    const json* value = &object;
    for (;;) {
        if (value->is_array() && !value->empty()) value = &value->front();
        const std::size_t point = path.find('.');
        value = &json_member(*value, path.substr(0, point));
        if (point == std::string_view::npos || value->is_null()) return *value;
        path.remove_prefix(point + 1);
    }
}

/// Whether the value says something itself, rather than by an entry of its own in the table.
bool is_plain(const json& value) {
    return !is_blank(value) && !json_member(value, "rendered").is_string();
}

/// The value under the first of `keys` that holds anything, whatever the key's case.
const json& first_of(const json& object, Keys keys) {
    static const json none;
    for (const std::string_view key : keys) {
        const json& exact = unwrapped(at_path(object, key));
        if (is_plain(exact)) return exact;
    }
    for (const std::string_view key : keys) {
        for (const auto& [name, value] : object.items()) {
            const json& held = unwrapped(value);
            if (equals_ignoring_case(name, key) && is_plain(held)) return held;
        }
    }
    return none;
}

/// Numbers that stand for names in somebody's database say nothing.
bool is_reference(const json& value) {
    return value.is_number() || (value.is_array() && !value.empty() && value.front().is_number());
}

/// The first that is no such number.
const json& first_name_of(const json& object, Keys keys) {
    static const json none;
    for (const std::string_view key : keys) {
        const json& value = first_of(object, Keys(&key, 1));
        if (!value.is_null() && !is_reference(value)) return value;
    }
    return none;
}

/// Of the first of `keys` that has one.
std::string string_of(const json& object, Keys keys) {
    for (const std::string_view key : keys) {
        const json& value = first_of(object, Keys(&key, 1));
        std::string text = json_string(value.is_object() ? json_member(value, "name") : value);
        if (!text.empty()) return text;
    }
    return {};
}

/// Whether a line is HTML all the same: `Navy&#8217;s`, `<em>`.
bool is_escaped(std::string_view text) {
    static constexpr auto kMarks = std::to_array<std::string_view>(
        {"&#", "&amp;", "&quot;", "&lt;", "&nbsp;", "&rsquo;", "</"});
    return contains_any(text, kMarks);
}

/// Without its marks, where it is.
std::string plain_line(std::string_view text) {
    return collapsed_space(is_escaped(text) ? without_markup(text) : text);
}

std::string line_of(const json& object, Keys keys) { return plain_line(string_of(object, keys)); }

/// The same of a name, which is no number.
std::string name_of(const json& object, Keys keys) {
    const json& value = first_name_of(object, keys);
    return plain_line(json_string(value.is_object() ? json_member(value, "name") : value));
}

/// A text, or a list of paragraphs.
std::string text_of(const json& value) {
    if (!value.is_array()) return json_text(value);
    std::string out;
    for (const json& part : value) {
        const std::string text = json_text(part);
        if (!text.empty()) out += text + "\n\n";
    }
    return out;
}

/// The first value that there is text in.
const json& text_value(const json& object) {
    static const json none;
    for (const std::string_view key : kText) {
        const json& value = first_of(object, Keys(&key, 1));
        if (!text_of(value).empty()) return value;
    }
    return none;
}

/// Whether `text` is HTML and not a text that mentions a tag: it breaks lines, or closes a block
/// that it has opened.
bool looks_like_html(std::string_view text) {
    if (text.find('<') == std::string_view::npos) return false;
    for (const std::string_view mark : {"<br>", "<br/", "<br />", "</p><p"}) {
        if (contains_ignoring_case(text, mark)) return true;
    }
    const bool begins_so = trimmed(text).starts_with('<');
    for (const std::string tag : {"p", "div", "li", "h2", "h3", "blockquote", "figure", "a"}) {
        const bool opens = contains_ignoring_case(text, "<" + tag + ">") ||
                           contains_ignoring_case(text, "<" + tag + " ");
        const bool closes = contains_ignoring_case(text, "</" + tag + ">");
        if ((opens && closes && tag != "a") || (begins_so && (opens || closes))) return true;
    }
    return false;
}

/// Paragraphs by their lines; what is escaped or marked inside of one is text.
std::vector<Block> lines_of(std::string_view text) {
    std::vector<TextBlock> blocks = text_blocks(text);
    for (TextBlock& block : blocks) {
        std::string& line = block.block.text;
        if (is_escaped(line)) line = collapsed_space(without_markup(line));
    }
    std::erase_if(blocks, [](const TextBlock& block) { return block.block.text.empty(); });
    mark_headings(blocks);
    return plain_blocks(std::move(blocks));
}

std::vector<Block> blocks_of(const std::string& text) {
    return looks_like_html(text) ? read_html_fragment(text) : lines_of(text);
}

/// An instant, in seconds since 1970, or milliseconds when too large for that: the UTC day and
/// time.
std::string iso_of_instant(double number) {
    constexpr double kMostSeconds = 1e11;
    const auto seconds = static_cast<std::int64_t>(number >= kMostSeconds ? number / 1000 : number);
    constexpr std::int64_t kDay = 86'400;
    const Day day = day_of_number(static_cast<long>(seconds / kDay));
    if (!is_valid_day(day)) return {};
    const std::int64_t time = seconds % kDay;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_day(day), time / 3600, time / 60 % 60,
                       time % 60);
}

/// A number is YYYYMMDD or an instant of 1973 and later.
std::string published_of_number(double number) {
    if (number >= 10000101 && number <= 99991231) {
        const std::string digits = std::to_string(static_cast<long>(number));
        const auto day =
            parse_day(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2));
        return day ? iso_day(*day) : std::string();
    }
    const bool is_instant = number >= 1e8 && number < 1e14;
    return is_instant ? iso_of_instant(number) : std::string();
}

/// An instant that was written as a string: seconds or milliseconds since 1970.
std::string published_of_digits(std::string_view text) {
    constexpr std::size_t kSeconds = 10;
    constexpr std::size_t kMilliseconds = 13;
    double number = 0;
    const bool all_digits = std::all_of(text.begin(), text.end(), is_ascii_digit);
    if (!all_digits || (text.size() != kSeconds && text.size() != kMilliseconds)) return {};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return published_of_number(number);
}

std::string published_of(const json& value, NumberOrder order) {
    if (value.is_number()) return published_of_number(value.get<double>());
    const std::string text = json_string(value);
    std::string published = iso_date(text, order);
    return published.empty() ? published_of_digits(text) : published;
}

/// By the first of the keys that holds a day: `published` may be no more than a yes.
std::string published_of(const json& object, Keys keys) {
    const NumberOrder order =
        number_order(line_of(object, kLanguage), host_of(string_of(object, kUrl)));
    for (const std::string_view key : keys) {
        const json& given = first_of(object, Keys(&key, 1));
        std::string published = published_of(given, order);
        if (!published.empty()) return published;
    }
    return {};
}

/// A summary that only repeats how the text starts is no deck.
std::string deck_of(const json& object, const std::vector<Block>& blocks) {
    std::string deck = string_of(object, kDeck);
    if (looks_like_html(deck)) {
        const std::vector<Block> parts = read_html_fragment(deck);
        deck = parts.empty() ? std::string() : parts.front().text;
    } else {
        deck = plain_line(deck);
    }
    std::string_view start = deck;
    for (const std::string_view dots : {"...", "…", "[…]", "[...]"}) {
        if (start.ends_with(dots)) start = trimmed(start.substr(0, start.size() - dots.size()));
    }
    if (!blocks.empty() && blocks.front().text.starts_with(start)) return {};
    return deck;
}

std::vector<std::string> authors_of(const json& object) {
    std::vector<std::string> names;
    for (const std::string& given : json_names(first_name_of(object, kAuthors))) {
        std::vector<std::string> parsed = parse_names(given, NameSource::Field);
        if (parsed.empty()) parsed.push_back(given);
        for (std::string& name : parsed) {
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(std::move(name));
            }
        }
    }
    return names;
}

/// NewsAPI cuts what it was not paid for: `… [+2374 chars]`.
std::string without_cut_mark(std::string text) {
    const std::size_t mark = text.rfind("[+");
    if (mark == std::string::npos || !text.ends_with(" chars]")) return text;
    const std::string_view digits(text.data() + mark + 2, text.size() - mark - 2 - 7);
    const bool all_digits = std::all_of(digits.begin(), digits.end(), is_ascii_digit);
    if (all_digits) text.resize(mark);
    return text;
}

ExtractedPage page_of(const json& object) {
    ExtractedPage page;
    ArticleHeader& header = page.header;
    header.id = string_of(object, kId);
    header.title = line_of(object, kTitle);
    page.blocks = blocks_of(without_cut_mark(text_of(text_value(object))));
    const bool has_text = !page.blocks.empty();
    if (!has_text) page.blocks = blocks_of(string_of(object, kDeck));
    header.authors = authors_of(object);
    header.published = published_of(object, kPublished);
    if (!header.published.empty()) header.published_from = "json";
    header.section = name_of(object, kSection);
    header.outlet = name_of(object, kOutlet);
    header.url = string_of(object, kUrl);
    header.language = language_code(line_of(object, kLanguage));
    header.dateline = line_of(object, kDateline);
    if (has_text) header.deck = deck_of(object, page.blocks);
    return page;
}

/// A search engine's hit holds the article.
const json& article_in(const json& item) {
    const json& source = json_member(item, "_source");
    return source.is_object() ? source : item;
}

bool is_known(std::string_view name) {
    const auto begins_with_name = [name](std::string_view key) {
        return equals_ignoring_case(key.substr(0, key.find('.')), name);
    };
    return std::any_of(std::begin(kTitle), std::end(kTitle), begins_with_name) ||
           std::any_of(std::begin(kText), std::end(kText), begins_with_name);
}

/// Of an object with names of its own, these are told, so that whoever keeps it can change them.
Error no_article(const json& object) {
    constexpr std::size_t kMostKeys = 5;
    constexpr std::size_t kMostBytes = 40;
    Error error{ErrorCode::BadInput, "no title and no text"};
    std::vector<std::string> keys;
    for (const auto& item : object.items()) {
        if (is_known(item.key())) return error;
        if (keys.size() < kMostKeys && item.key().size() <= kMostBytes) keys.push_back(item.key());
    }
    if (!keys.empty())
        error.hint = "none of its keys is known: " + join(keys, ", ") + "; title and text are";
    return error;
}

}  // namespace

bool has_article_title(const json& value) { return !line_of(article_in(value), kTitle).empty(); }

bool has_article_text(const json& value) {
    const json& text = text_value(article_in(value));
    return !text.is_null() && (has_article_title(value) || !is_article_list(text));
}

bool is_article_list(const json& value) {
    return value.is_array() && std::any_of(value.begin(), value.end(), [](const json& item) {
               return has_article_title(item) && !text_value(article_in(item)).is_null();
           });
}

Result<ExtractedPage> read_json(std::string_view text) {
    const std::optional<json> value = parse_json_leniently(text);
    if (!value) {
        if (json_has_too_many_values(text))
            return Error{ErrorCode::BadInput, "holds too many values"};
        return Error{ErrorCode::BadInput, "not valid JSON", "one object an article, UTF-8"};
    }
    const bool single = value->is_array() && value->size() == 1;
    const json& object = article_in(single ? value->front() : *value);
    if (!object.is_object()) {
        return Error{ErrorCode::BadInput, "no JSON object",
                     "keep several articles as .jsonl, one a line"};
    }
    if (is_cleaned_json(object)) return read_cleaned_json(object);
    ExtractedPage page = page_of(object);
    if (page.header.title.empty() && page.blocks.empty()) {
        return no_article(object);
    }
    return page;
}

}  // namespace sitrep
