#include "model/exact_values.hpp"

#include "base/hash.hpp"
#include "base/strings.hpp"
#include "model/url.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

/// Beside the prefix, and far below what Xapian allows.
constexpr std::size_t kLongest = 180;

using Ending = std::pair<std::string_view, std::string_view>;
constexpr std::array<Ending, 24> kEndings = {{
    {"atom", "feed"}, {"eml", "mail"},   {"emlx", "mail"},         {"feed", "feed"},
    {"htm", "html"},  {"html", "html"},  {"json", "json"},         {"jsonl", "json"},
    {"mail", "mail"}, {"mbox", "mail"},  {"markdown", "markdown"}, {"md", "markdown"},
    {"mht", "html"},  {"mhtml", "html"}, {"ndjson", "json"},       {"pdf", "pdf"},
    {"rdf", "feed"},  {"rss", "feed"},   {"shtml", "html"},        {"text", "text"},
    {"txt", "text"},  {"warc", "crawl"}, {"xhtml", "html"},        {"xml", "feed"},
}};
constexpr std::array<std::string_view, 6> kPacked = {"gz", "zst", "xz", "bz2", "br", "lz4"};

std::string_view name_in(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Takes off and returns the ending behind the last point.
std::string take_ending(std::string_view& name) {
    const std::size_t point = name.rfind('.');
    if (point == std::string_view::npos || point == 0) return {};
    std::string ending = ascii_lower(name.substr(point + 1));
    name = name.substr(0, point);
    return ending;
}

std::string_view type_of_ending(std::string_view ending) {
    const auto row = std::find_if(kEndings.begin(), kEndings.end(),
                                  [&](const Ending& one) { return one.first == ending; });
    return row == kEndings.end() ? std::string_view() : row->second;
}

std::string_view without_slashes(std::string_view path) {
    while (path.starts_with('/') || path.starts_with("./"))
        path.remove_prefix(path[0] == '/' ? 1 : 2);
    while (path.ends_with('/')) path.remove_suffix(1);
    return path;
}

/// `www.A.example/x/?utm_source=y` is `a.example/x`.
std::string address(std::string_view url) {
    const std::string whole = ascii_lower(canonical_url(url));
    std::string_view text = whole;
    if (const std::size_t scheme = text.find("://"); scheme != text.npos)
        text.remove_prefix(scheme + 3);
    if (text.starts_with("www.")) text.remove_prefix(4);
    if (text.ends_with("/*")) text.remove_suffix(2);
    return std::string(without_slashes(text));
}

std::string bounded(std::string value) {
    return value.size() <= kLongest ? std::move(value) : hash_hex(value);
}

}  // namespace

std::string exact_value(Field field, std::string_view text) {
    if (field == Field::Path) {
        text = without_slashes(text);
        if (text.ends_with("/*")) text = without_slashes(text.substr(0, text.size() - 2));
    }
    std::string value = field == Field::Url ? address(text) : ascii_lower(text);
    const std::string_view type = field == Field::Type ? type_of_ending(value) : std::string_view();
    return type.empty() ? bounded(std::move(value)) : std::string(type);
}

std::string exact_term(Field field, std::string_view text) {
    return std::string(field_row(field).prefix) + exact_value(field, text);
}

std::vector<std::string> place_terms(const StoredArticle& stored) {
    std::vector<std::string> terms;
    const std::string& given = stored.article.header.id;
    const std::string_view path = stored.file.path;
    const std::string_view member = stored.place.member;
    if (!path.empty() || !given.empty())
        terms.push_back(exact_term(
            Field::Id, given.empty() ? Origin{std::string(path), stored.place}.text() : given));
    if (path.empty()) return terms;
    terms.push_back(
        exact_term(Field::Type, file_type(member.find('.') == member.npos ? path : member)));
    const std::string_view inside = without_slashes(path);
    for (std::size_t end = inside.find('/'); end != inside.npos; end = inside.find('/', end + 1))
        terms.push_back(exact_term(Field::Path, inside.substr(0, end)));
    terms.push_back(exact_term(Field::Path, inside));
    return terms;
}

bool is_same_address(std::string_view url, std::string_view other) {
    return address(url) == address(other);
}

std::vector<std::string> address_terms(std::string_view url) {
    constexpr std::size_t kMost = 12;
    std::vector<std::string> terms;
    if (host_of(url).empty()) return terms;
    const std::string whole = address(url);
    const std::string_view text = whole;
    const std::size_t host_end = std::min(text.find('/'), text.size());
    terms.push_back(exact_term(Field::Url, text));
    for (std::size_t end = text.rfind('/'); end != text.npos && end > 0 && terms.size() < kMost;
         end = text.rfind('/', end - 1))
        terms.push_back(exact_term(Field::Url, text.substr(0, end)));
    const std::string_view host = text.substr(0, host_end);
    for (std::size_t at = host.find('.'); at != host.npos && terms.size() < kMost;
         at = host.find('.', at + 1)) {
        if (host.find('.', at + 1) != host.npos)
            terms.push_back(exact_term(Field::Url, host.substr(at + 1)));
    }
    return terms;
}

std::string_view file_type(std::string_view path) {
    std::string_view name = name_in(path);
    std::string ending = take_ending(name);
    if (is_one_of(ending, kPacked)) ending = take_ending(name);
    if (ending.empty()) return "text";
    const std::string_view type = type_of_ending(ending);
    return type.empty() ? "other" : type;
}

}  // namespace sitrep
