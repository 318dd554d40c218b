// Markdown as people keep articles in, by md4c: what it makes of a file is read as any story in
// HTML.
#include "base/strings.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/front_matter.hpp"
#include "indexer/extract/lines.hpp"
#include "indexer/extract/readers.hpp"

#include <md4c-html.h>
#include <md4c.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace sitrep {
namespace {

void append(const MD_CHAR* text, MD_SIZE size, void* html) {
    static_cast<std::string*>(html)->append(text, size);
}

/// "[1]: https://a.example/": time grows with the square of those of one name.
bool has_too_many_definitions(std::string_view text) {
    constexpr int kMost = 1'000;
    int count = 0;
    for (std::size_t at = text.find("]:"); at != std::string_view::npos && count <= kMost;
         at = text.find("]:", at + 2))
        ++count;
    return count > kMost;
}

/// CommonMark with tables and what notes have beside it. A paragraph that is set in is no program,
/// and of HTML only whole tags are any: the start of one would take all behind it.
constexpr unsigned kDialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                              MD_FLAG_WIKILINKS | MD_FLAG_NOINDENTEDCODEBLOCKS |
                              MD_FLAG_NOHTMLBLOCKS;

/// What may still be written of that which a few bytes of Markdown make out of nothing.
struct Allowance {
    std::size_t bytes;

    /// -1 where it is used up: what is above 0 does not end the parsing of md4c 0.4.8.
    int take(std::size_t size) {
        const bool ends = size > bytes;
        bytes -= std::min(size, bytes);
        return ends ? -1 : 0;
    }
};

/// A row of a table has all cells that its head has.
int weigh_block(MD_BLOCKTYPE type, void*, void* allowance) {
    constexpr std::size_t kCellBytes = std::string_view("<td></td>\n").size();
    return type == MD_BLOCK_TD ? static_cast<Allowance*>(allowance)->take(kCellBytes) : 0;
}

/// A link has all of its definition.
int weigh_span(MD_SPANTYPE type, void* detail, void* allowance) {
    std::size_t bytes = 0;
    if (type == MD_SPAN_A) {
        const auto& link = *static_cast<const MD_SPAN_A_DETAIL*>(detail);
        bytes = std::size_t{link.href.size} + link.title.size;
    } else if (type == MD_SPAN_IMG) {
        const auto& image = *static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
        bytes = std::size_t{image.src.size} + image.title.size;
    }
    return static_cast<Allowance*>(allowance)->take(bytes);
}

/// Whether the HTML of `text` is no more than some times as long. md_html() itself cannot be ended.
bool has_bounded_html(std::string_view text) {
    constexpr std::size_t kMostTimes = 8;  // a table of single digits has some four times as much
    MD_PARSER weigher = {};
    weigher.flags = kDialect;
    weigher.enter_block = weigh_block;
    weigher.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
    weigher.enter_span = weigh_span;
    weigher.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    weigher.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
    Allowance allowance{kMostTimes * text.size()};
    return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &weigher, &allowance) == 0;
}

/// None where it cannot be parsed, or would take more than an article does.
std::optional<std::string> html_of(std::string_view text) {
    std::string html;
    if (text.size() > std::numeric_limits<MD_SIZE>::max() || has_too_many_definitions(text) ||
        !has_bounded_html(text) ||
        md_html(text.data(), static_cast<MD_SIZE>(text.size()), append, &html, kDialect, 0) != 0)
        return std::nullopt;
    return html;
}

/// A list that begins at 23 may be a day at the start of a line, "23. Mai 2024": its number is
/// text.
std::string with_first_numbers(std::string_view html) {
    constexpr std::string_view kList = "<ol start=\"";
    constexpr std::string_view kItem = "\">\n<li>";
    std::string out;
    for (std::size_t at = html.find(kList); at != std::string_view::npos; at = html.find(kList)) {
        const std::size_t number = at + kList.size();
        const std::size_t end = std::min(html.find_first_not_of("0123456789", number), html.size());
        const std::string_view digits = html.substr(number, end - number);
        std::size_t text = end;
        if (html.substr(end).starts_with(kItem)) {  // else somebody wrote it in HTML
            text += kItem.size();
            if (html.substr(text).starts_with("<p>")) text += 3;
            out.append(html.substr(0, text)).append(digits).append(". ");
        } else {
            out.append(html.substr(0, text));
        }
        html.remove_prefix(text);
    }
    return out.append(html);
}

/// Whether the first heading of what md4c wrote is of the first level.
bool is_headline(std::string_view html) {
    for (std::size_t at = html.find("<h"); at != std::string_view::npos;
         at = html.find("<h", at + 1)) {
        const std::string_view level = html.substr(at + 2, 2);
        if (level.size() == 2 && is_ascii_digit(level[0]) && level[1] == '>')
            return level[0] == '1';
    }
    return false;
}

/// `> [!info] Title`, a callout: its kind is no text.
void drop_callout_kinds(std::vector<Block>& blocks) {
    constexpr std::size_t kMaxKind = 20;
    for (Block& block : blocks) {
        if (!block.text.starts_with("[!")) continue;
        const std::size_t end = block.text.find(']');
        if (end < kMaxKind) block.text = std::string(trimmed(block.text.substr(end + 1)));
    }
    std::erase_if(blocks, [](const Block& block) { return block.text.empty(); });
}

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
    const std::optional<std::string> html = html_of(text);
    page.blocks =
        html ? read_html_fragment(with_first_numbers(*html)) : plain_blocks(text_blocks(text));
    drop_callout_kinds(page.blocks);
    std::vector<Block>& blocks = page.blocks;
    if (page.header.title.empty() && !blocks.empty() && blocks[0].kind == BlockKind::Heading &&
        html && is_headline(*html)) {
        page.header.title = std::move(blocks[0].text);
        blocks.erase(blocks.begin());
    }
    take_credits(page);
    return page;
}

}  // namespace sitrep
