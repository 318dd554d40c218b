#include "indexer/extract/front_matter.hpp"

#include "base/strings.hpp"
#include "indexer/extract/json_text.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/printed_dates.hpp"
#include "model/url.hpp"
#include "text/date.hpp"
#include "text/language_code.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep {
namespace {

/// `'The yard''s'` as what was meant.
std::string without_single_quotes(std::string_view inner) {
    std::string text;
    for (std::size_t at = 0; at < inner.size(); ++at) {
        text += inner[at];
        if (inner.substr(at, 2) == "''") ++at;
    }
    return text;
}

/// Without the quotes around it, and without the escapes that these need.
std::string unquoted(std::string_view value) {
    value = trimmed(value);
    const bool quoted = value.size() >= 2 && value.back() == value.front() &&
                        (value.front() == '"' || value.front() == '\'');
    if (!quoted) return std::string(value);
    const std::string_view inner = value.substr(1, value.size() - 2);
    if (value.front() == '\'') return without_single_quotes(inner);
    const std::optional<nlohmann::json> text = parse_json(value);
    return text && text->is_string() ? text->get<std::string>() : std::string(inner);
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

/// The name in an item that may be a person's facts ("name: Jane Doe", "{name: Jane Doe"); empty
/// when it is another fact.
std::string_view name_in(std::string_view item) {
    item = trimmed(item);
    if (item.starts_with('{')) item = trimmed(item.substr(1));
    if (item.ends_with('}')) item = trimmed(item.substr(0, item.size() - 1));
    const std::string_view key = item.substr(0, item.find(": "));
    const bool is_fact = key != item && std::all_of(key.begin(), key.end(), is_ascii_lower);
    if (!is_fact) return item;
    return key == "name" ? item.substr(key.size() + 2) : std::string_view();
}

/// The name in an item, without quotes and the brackets of a link to a note.
std::string plain_item(std::string_view given) {
    const std::string item = unquoted(name_in(given));
    std::string text;
    for (std::size_t at = 0; at < item.size(); ++at) {
        const std::string_view two = std::string_view(item).substr(at, 2);
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

void take_key(std::string_view key, std::string_view given, FrontMatter& matter) {
    ArticleHeader& header = matter.header;
    const std::string name = ascii_lower(trimmed(key));
    const std::string value = unquoted(given);
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

/// Takes the lines between the two rules.
class Reader {
  public:
    void row(std::string_view line) {
        const std::string_view row = trimmed(line);
        if (row.empty()) return;
        const std::size_t indent = line.find_first_not_of(" \t");
        const std::size_t colon = row.find(':');
        if (row.starts_with("- ") || row == "-") {
            take();
            in_item_ = true;
            take_part(row.substr(1));
        } else if (indent > indent_ && !value_.empty()) {
            if (is_block_mark(value_)) value_.clear();
            value_.append(value_.empty() ? 0 : 1, ' ').append(row);
        } else if (colon == std::string_view::npos) {
            return;
        } else if (indent > indent_ && (in_item_ || names_authors(key_))) {
            if (names_authors(key_) && !name_in(row).empty()) take_part(row);
        } else {
            take();
            key_ = row.substr(0, colon);
            value_ = trimmed(row.substr(colon + 1));
            indent_ = indent;
            given_ = !value_.empty();
            in_item_ = false;
        }
    }

    ArticleHeader header() {
        take();
        return header_of(std::move(found_));
    }

  private:
    void take() {
        if (!value_.empty()) take_key(key_, value_, found_);
        value_.clear();
    }

    /// Of a list others than authors are the first.
    void take_part(std::string_view part) {
        if (trimmed(part).empty()) return;
        if (!given_ || names_authors(key_)) take_key(key_, part, found_);
        given_ = true;
    }

    FrontMatter found_;
    std::string_view key_;
    std::string value_;       ///< of the key, which may go on in lines that are set in
    std::size_t indent_ = 0;  ///< of the key
    bool given_ = false;      ///< whether the key has a value
    bool in_item_ = false;    ///< below an item of its list
};

}  // namespace

std::string_view take_front_matter(std::string_view text, ArticleHeader& header) {
    constexpr std::size_t kMaxLines = 100;
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return text;
    std::size_t at = text.find('\n') + 1;
    Reader reader;
    for (std::size_t line = 0; line < kMaxLines && at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view row = text.substr(at, end - at);
        at = std::min(end + 1, text.size());
        if (trimmed(row) == "---" || trimmed(row) == "...") {
            header = reader.header();
            return text.substr(at);
        }
        reader.row(row);
    }
    return text;  // no end: it was a rule and text
}

}  // namespace sitrep
