// One article as a JSON object, as exports and collections carry it: given ids and dates are kept,
// the text is only cut into paragraphs.
#include "base/strings.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/json_text.hpp"
#include "indexer/extract/lines.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/readers.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <initializer_list>

namespace sitrep {
namespace {

using nlohmann::json;

bool is_blank(const json& value) {
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

/// The value under the first of `keys` that holds any text, whatever the key's case.
const json& first_of(const json& object, std::initializer_list<std::string_view> keys) {
    static const json none;
    for (const std::string_view key : keys) {
        const json& exact = json_member(object, key);
        if (!is_blank(exact)) return exact;
    }
    for (const std::string_view key : keys) {
        for (const auto& [name, value] : object.items()) {
            if (equals_ignoring_case(name, key) && !is_blank(value)) return value;
        }
    }
    return none;
}

std::string string_of(const json& object, std::initializer_list<std::string_view> keys) {
    const json& value = first_of(object, keys);
    return json_string(value.is_object() ? json_member(value, "name") : value);
}

std::string line_of(const json& object, std::initializer_list<std::string_view> keys) {
    return collapsed_space(string_of(object, keys));
}

/// A string, or a list of paragraphs.
std::string text_of(const json& value) {
    if (!value.is_array()) return json_string(value);
    std::string out;
    for (const json& part : value) {
        const std::string text = json_string(part.is_object() ? json_member(part, "text") : part);
        if (!text.empty()) out += text + "\n\n";
    }
    return out;
}

/// Whether `text` is HTML and not a text that mentions a tag: it closes a block, or breaks lines.
bool looks_like_html(std::string_view text) {
    std::size_t marks = 0;
    for (const std::string_view mark : {"</p>", "</div>", "<br", "</li>", "</h2>", "</a>", "<p>"}) {
        if (contains_ignoring_case(text, mark)) ++marks;
    }
    return marks >= 2 || (marks == 1 && trimmed(text).starts_with('<'));
}

std::vector<Block> blocks_of(const std::string& text) {
    if (looks_like_html(text)) return read_html_fragment(text);
    std::vector<TextBlock> blocks = text_blocks(text);
    mark_headings(blocks);
    return plain_blocks(std::move(blocks));
}

/// An ISO date stays as given, time and zone included; any other form becomes an ISO day. A number
/// is YYYYMMDD or seconds since 1970 (or milliseconds, when too large for that).
std::string published_of(const json& value) {
    if (value.is_number()) {
        const double number = value.get<double>();
        if (number >= 10000101 && number <= 99991231) {
            const std::string digits = std::to_string(static_cast<long>(number));
            const auto day = parse_day(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" +
                                       digits.substr(6, 2));
            if (day) return iso_day(*day);
        }
        return {};
    }
    const std::string text = collapsed_space(json_string(value));
    const auto day = parse_day(text);
    if (!day) return {};
    const std::string iso = iso_day(*day);
    return text.starts_with(iso) ? text : iso;
}

/// A summary that only repeats how the text starts is no deck.
std::string deck_of(const json& object, const std::vector<Block>& blocks) {
    std::string deck =
        line_of(object, {"deck", "description", "summary", "standfirst", "subtitle"});
    if (looks_like_html(deck)) {
        const std::vector<Block> parts = read_html_fragment(deck);
        deck = parts.empty() ? std::string() : parts.front().text;
    }
    std::string_view start = deck;
    for (const std::string_view dots : {"...", "…", "[…]", "[...]"}) {
        if (start.ends_with(dots)) start = trimmed(start.substr(0, start.size() - dots.size()));
    }
    if (!blocks.empty() && blocks.front().text.starts_with(start)) return {};
    return deck;
}

std::vector<std::string> authors_of(const json& object) {
    const json& value = first_of(object, {"authors", "author", "byline", "creator"});
    std::vector<std::string> names;
    for (const std::string& given : json_names(value)) {
        std::vector<std::string> parsed = parse_names(given);
        if (parsed.empty()) parsed.push_back(given);
        for (std::string& name : parsed) {
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(std::move(name));
            }
        }
    }
    return names;
}

ExtractedPage page_of(const json& object) {
    ExtractedPage page;
    ArticleHeader& header = page.header;
    header.id = string_of(object, {"id", "_id", "docid", "docno"});
    header.title = line_of(object, {"title", "headline"});
    page.blocks = blocks_of(text_of(first_of(object, {"text", "body", "content", "maintext",
                                                      "articleBody", "content_html", "contents"})));
    header.authors = authors_of(object);
    header.published = published_of(
        first_of(object, {"published", "date", "published_at", "publishedAt", "date_publish",
                          "pubDate", "datePublished", "date_published", "publication_date"}));
    if (!header.published.empty()) header.published_from = "json";
    header.section = line_of(object, {"section", "category", "articleSection"});
    header.outlet = line_of(object, {"outlet", "source", "site", "publisher", "source_domain"});
    header.url = line_of(object, {"url", "link", "canonical_url"});
    const std::string language = line_of(object, {"language", "lang"});
    header.language = ascii_lower(language.substr(0, language.find_first_of("-_")));
    header.dateline = line_of(object, {"dateline"});
    header.deck = deck_of(object, page.blocks);
    return page;
}

}  // namespace

Result<ExtractedPage> read_json(std::string_view text) {
    const std::optional<json> value = parse_json(text);
    if (!value) {
        return Error{ErrorCode::BadInput, "not valid JSON", "one object an article, UTF-8"};
    }
    const bool single = value->is_array() && value->size() == 1;
    const json& object = single ? value->front() : *value;
    if (!object.is_object()) {
        return Error{ErrorCode::BadInput, "no JSON object",
                     "keep several articles as .jsonl, one a line"};
    }
    ExtractedPage page = page_of(object);
    if (page.header.title.empty() && page.blocks.empty()) {
        return Error{ErrorCode::BadInput, "no title and no text"};
    }
    return page;
}

}  // namespace sitrep
