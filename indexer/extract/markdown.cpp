// Markdown as people keep articles in: CommonMark's blocks that matter to running text, its inline
// marks taken off. Not a renderer: what it does not know stays as text.
#include "base/strings.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/lines.hpp"
#include "indexer/extract/person_names.hpp"
#include "indexer/extract/printed_dates.hpp"
#include "indexer/extract/readers.hpp"
#include "indexer/extract/url.hpp"
#include "text/date.hpp"
#include "text/language_code.hpp"

#include <algorithm>
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

void take_key(std::string_view key, std::string_view value, FrontMatter& matter) {
    ArticleHeader& header = matter.header;
    const std::string name = ascii_lower(trimmed(key));
    value = unquoted(value);
    if (name == "title" || name == "headline") {
        header.title = collapsed_space(value);
    } else if (name == "deck" || name == "subtitle" || name == "description") {
        header.deck = collapsed_space(value);
    } else if (names_authors(key)) {
        for (const std::string_view item : items_of(value))
            add_names(parse_names(plain_item(item), NameSource::Field), header.authors);
    } else if (name == "date" || name == "published") {
        if (matter.date.empty()) matter.date = std::string(value);
    } else if (name == "section" || name == "category") {
        header.section = collapsed_space(value);
    } else if (name == "source" && is_url(value)) {  // as Obsidian's Web Clipper has it
        header.url = std::string(value);
    } else if (name == "source" || name == "outlet" || name == "site" || name == "publisher" ||
               name == "publication") {
        header.outlet = collapsed_space(value);
    } else if (name == "url" || name == "link") {
        header.url = std::string(value);
    } else if (name == "language" || name == "lang") {
        matter.language = std::string(value);
    } else if (name == "id") {
        header.id = std::string(value);
    }
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

/// Reads `key: value` lines between two `---` lines at the start; returns the text behind them.
std::string_view take_front_matter(std::string_view text, ArticleHeader& header) {
    constexpr std::size_t kMaxLines = 100;
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return text;
    std::size_t at = text.find('\n') + 1;
    FrontMatter found;
    std::string_view key;
    bool given = false;  // whether the key has a value: of a list others than authors are the first
    for (std::size_t line = 0; line < kMaxLines && at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view row = trimmed(text.substr(at, end - at));
        at = std::min(end + 1, text.size());
        if (row == "---" || row == "...") {
            header = header_of(std::move(found));
            return text.substr(at);
        }
        const std::size_t colon = row.find(':');
        if (row.starts_with("- ")) {
            if (!given || names_authors(key)) take_key(key, row.substr(2), found);
            given = true;
        } else if (colon != std::string_view::npos) {
            key = row.substr(0, colon);
            given = !trimmed(row.substr(colon + 1)).empty();
            take_key(key, row.substr(colon + 1), found);
        }
    }
    return text;  // no end: it was a rule and text
}

/// `[text](target)` at `at`: the text, and `at` moved behind it; an empty view when there is none.
std::string_view take_plain_link(std::string_view line, std::size_t& at) {
    constexpr std::size_t kReach = 500;
    const std::size_t middle = line.substr(0, at + kReach).find("](", at);
    if (middle == std::string_view::npos) return {};
    const std::size_t end = line.substr(0, middle + 4 * kReach).find(')', middle);
    if (end == std::string_view::npos) return {};
    const std::string_view text = line.substr(at + 1, middle - at - 1);
    if (text.find('[') != std::string_view::npos) return {};
    at = end + 1;
    return text;
}

/// The same where pictures may open the text: `[![](a.png) text](target)`.
std::string_view take_link(std::string_view line, std::size_t& at) {
    std::size_t text = at + 1;
    while (line.substr(text, 2) == "![") {
        std::size_t behind = text + 1;
        take_plain_link(line, behind);
        if (behind == text + 1) return {};
        text = behind;
    }
    std::size_t end = text - 1;
    const std::string_view found = take_plain_link(line, end);
    if (end != text - 1) at = end;
    return found;
}

/// `line` without emphasis, code marks, images and link targets.
Block inline_text(BlockKind kind, std::string_view line) {
    Block block;
    block.kind = kind;
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const bool image = line.substr(at, 2) == "![";
        std::size_t link_at = at + (image ? 1 : 0);
        if (line[link_at] == '[') {
            const std::string_view text = take_link(line, link_at);
            if (!text.empty() || link_at > at + 1) {
                if (!image) {
                    out += text;
                    block.link_chars += text.size();
                }
                at = link_at;
                continue;
            }
        }
        const char c = line[at];
        const bool mark = c == '*' || c == '`' || c == '_';
        const std::size_t run =
            mark ? std::min(line.find_first_not_of(c, at), line.size()) - at : 1;
        if (c == '\\' && at + 1 < line.size()) {
            out += line[at + 1];
            at += 2;
        } else if (mark && (c != '_' || run >= 2)) {
            at += run;
        } else {
            out += c;
            ++at;
        }
    }
    block.text = collapsed_space(out);
    block.link_chars = std::min(block.link_chars, block.text.size());
    return block;
}

class MarkdownReader {
  public:
    explicit MarkdownReader(ExtractedPage& page) : page_(page) {}

    void line(std::string_view raw) {
        std::string_view text = trimmed(raw);
        if (text.starts_with("```") || text.starts_with("~~~")) {
            flush();
            return;
        }
        while (text.starts_with('>')) text = trimmed(text.substr(1));
        if (text.empty()) return flush();
        const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
        const bool ruler = text.find_first_not_of("=-*_ ") == std::string_view::npos;
        if (hashes >= 1 && hashes <= 6 && text.substr(hashes, 1) == " ") {
            flush();
            text = trimmed(text.substr(hashes));
            while (text.ends_with('#')) text = trimmed(text.substr(0, text.size() - 1));
            put(BlockKind::Heading, text, hashes == 1);
        } else if (ruler && (text.front() == '=' || text.front() == '-') && !paragraph_.empty()) {
            put(BlockKind::Heading, paragraph_, text.front() == '=');
            paragraph_.clear();
        } else if (ruler && text.size() >= 3) {
            flush();
        } else if (const std::string_view item = after_bullet(text); !item.empty()) {
            flush();
            kind_ = BlockKind::ListItem;
            paragraph_ = item;
        } else {
            if (!paragraph_.empty()) paragraph_ += ' ';
            paragraph_ += text;
        }
    }

    void flush() {
        if (!paragraph_.empty()) put(kind_, paragraph_, false);
        paragraph_.clear();
        kind_ = BlockKind::Paragraph;
    }

  private:
    void put(BlockKind kind, std::string_view text, bool top) {
        Block block = inline_text(kind, text);
        if (block.text.empty()) return;
        if (top && page_.header.title.empty() && page_.blocks.empty()) {
            page_.header.title = block.text;
        } else {
            page_.blocks.push_back(std::move(block));
        }
    }

    ExtractedPage& page_;
    std::string paragraph_;
    BlockKind kind_ = BlockKind::Paragraph;
};

/// Byline and date lines at the start go to the header.
void take_credits(ExtractedPage& page) {
    std::size_t taken = 0;
    for (; taken < page.blocks.size() && taken < 3; ++taken) {
        std::optional<CreditLine> credit = read_credit_line(page.blocks[taken].text);
        if (!credit) break;
        note_credit(*std::move(credit), page.header);
    }
    page.blocks.erase(page.blocks.begin(),
                      page.blocks.begin() + static_cast<std::ptrdiff_t>(taken));
}

}  // namespace

Result<ExtractedPage> read_markdown(std::string_view text) {
    ExtractedPage page;
    page.is_written = true;
    text = take_front_matter(text, page.header);
    MarkdownReader reader(page);
    for (const std::string_view line : split(text, '\n')) reader.line(line);
    reader.flush();
    take_credits(page);
    return page;
}

}  // namespace sitrep
