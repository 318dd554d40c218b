#include "indexer/extract/front_matter.hpp"

#include "base/strings.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/printed_dates.hpp"
#include "indexer/extract/url.hpp"
#include "text/date.hpp"
#include "text/language_code.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep {
namespace {

std::string_view unquoted(std::string_view value) {
    value = trimmed(value);
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
        value.back() == value.front()) {
        value = value.substr(1, value.size() - 2);
    }
    return value;
}

/// The items of `[Jane Doe, "Roe, John"]`; the value itself when it is no list.
std::vector<std::string_view> items_of(std::string_view value) {
    constexpr std::size_t kMaxItems = 20;
    const bool list = value.starts_with('[') && value.ends_with(']') && !value.starts_with("[[");
    if (!list) return {value};
    value = value.substr(1, value.size() - 2);
    std::vector<std::string_view> items;
    std::size_t begin = 0;
    char quote = '\0';
    bool blank = true;  // nothing of the item yet
    for (std::size_t at = 0; at < value.size() && items.size() < kMaxItems; ++at) {
        const char c = value[at];
        if (c == ',' && quote == '\0') {
            items.push_back(value.substr(begin, at - begin));
            begin = at + 1;
            blank = true;
            continue;
        }
        if (quote == c) {
            quote = '\0';
        } else if (blank && (c == '"' || c == '\'')) {
            quote = c;
        }
        blank = blank && c == ' ';
    }
    items.push_back(value.substr(begin));
    return items;
}

/// An item without quotes, its key ("name: Jane Doe") and the brackets of a link to a note.
std::string plain_item(std::string_view item) {
    item = unquoted(item);
    take_words(item, "name");
    item = unquoted(item);
    std::string text;
    for (std::size_t at = 0; at < item.size(); ++at) {
        const std::string_view two = item.substr(at, 2);
        if (two == "[[" || two == "]]") {
            ++at;
        } else {
            text += item[at];
        }
    }
    return text;
}

bool names_authors(std::string_view key) {
    const std::string name = ascii_lower(trimmed(key));
    return name == "author" || name == "authors";
}

/// What stands before the text, and what of it is read when all is known.
struct FrontMatter {
    ArticleHeader header;
    std::string date;
    std::string language;
};

/// THE table of the keys whose values are taken as they are.
struct KeyRow {
    std::string_view key;
    std::string ArticleHeader::*fact;
};
constexpr auto kKeys = std::to_array<KeyRow>({{"title", &ArticleHeader::title},
                                              {"headline", &ArticleHeader::title},
                                              {"deck", &ArticleHeader::deck},
                                              {"subtitle", &ArticleHeader::deck},
                                              {"description", &ArticleHeader::deck},
                                              {"section", &ArticleHeader::section},
                                              {"category", &ArticleHeader::section},
                                              {"source", &ArticleHeader::outlet},
                                              {"outlet", &ArticleHeader::outlet},
                                              {"site", &ArticleHeader::outlet},
                                              {"publisher", &ArticleHeader::outlet},
                                              {"publication", &ArticleHeader::outlet},
                                              {"url", &ArticleHeader::url},
                                              {"link", &ArticleHeader::url},
                                              {"id", &ArticleHeader::id}});

void take_key(std::string_view key, std::string_view value, FrontMatter& matter) {
    ArticleHeader& header = matter.header;
    const std::string name = ascii_lower(trimmed(key));
    value = unquoted(value);
    if (names_authors(key)) {
        for (const std::string_view item : items_of(value))
            add_names(parse_names(plain_item(item), NameSource::Field), header.authors);
    } else if (name == "date" || name == "published") {
        if (matter.date.empty()) matter.date = value;
    } else if (name == "language" || name == "lang") {
        matter.language = value;
    } else if (name == "source" && is_url(value)) {  // as Obsidian's Web Clipper has it
        header.url = value;
    } else {
        const auto* row = std::find_if(kKeys.begin(), kKeys.end(),
                                       [&name](const KeyRow& one) { return one.key == name; });
        if (row != kKeys.end()) header.*(row->fact) = collapsed_space(value);
    }
}

/// ">-": the value stands in the lines behind it.
bool is_block_mark(std::string_view value) {
    return value.size() <= 2 && (value.front() == '>' || value.front() == '|');
}

ArticleHeader header_of(FrontMatter matter) {
    constexpr std::size_t kDayBytes = 10;
    ArticleHeader header = std::move(matter.header);
    header.language = language_code(matter.language);
    const NumberOrder order = number_order(matter.language, host_of(header.url));
    const std::string published = iso_date(matter.date, order);
    if (published.empty()) return header;
    header.published = published.substr(0, kDayBytes);
    header.published_from = "front-matter";
    return header;
}

}  // namespace

std::string_view take_front_matter(std::string_view text, ArticleHeader& header) {
    constexpr std::size_t kMaxLines = 100;
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return text;
    std::size_t at = text.find('\n') + 1;
    FrontMatter found;
    std::string_view key;
    std::string value;   // of the key, which may go on in lines that are set in
    bool given = false;  // whether the key has a value: of a list others than authors are the first
    const auto take = [&] {
        if (!value.empty()) take_key(key, value, found);
        value.clear();
    };
    for (std::size_t line = 0; line < kMaxLines && at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const bool set_in = text[at] == ' ' || text[at] == '\t';
        const std::string_view row = trimmed(text.substr(at, end - at));
        at = std::min(end + 1, text.size());
        if (row == "---" || row == "...") {
            take();
            header = header_of(std::move(found));
            return text.substr(at);
        }
        const std::size_t colon = row.find(':');
        if (row.starts_with("- ")) {
            take();
            if (!given || names_authors(key)) take_key(key, row.substr(2), found);
            given = true;
        } else if (set_in && !value.empty()) {
            if (is_block_mark(value)) value.clear();
            value.append(value.empty() ? 0 : 1, ' ').append(row);
        } else if (colon != std::string_view::npos) {
            take();
            key = row.substr(0, colon);
            value = trimmed(row.substr(colon + 1));
            given = !value.empty();
        }
    }
    return text;  // no end: it was a rule and text
}

}  // namespace sitrep
