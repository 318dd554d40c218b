// HTML pages: parsed by gumbo where that is safe, by tag stripping where it is not.
#include "base/strings.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/dom.hpp"
#include "indexer/extract/html_blocks.hpp"
#include "indexer/extract/html_metadata.hpp"
#include "indexer/extract/html_roles.hpp"
#include "indexer/extract/markup.hpp"
#include "indexer/extract/page_facts.hpp"
#include "indexer/extract/readability.hpp"
#include "indexer/extract/readers.hpp"
#include "indexer/extract/unseen_story.hpp"

#include <algorithm>
#include <iterator>

namespace sitrep {
namespace {

bool is_sentence(const Block& block) {
    constexpr std::size_t kMaxDeckWords = 40;
    return block.kind != BlockKind::ListItem && count_words(block.text) <= kMaxDeckWords &&
           (block.text.ends_with('.') || block.text.ends_with('!') || block.text.ends_with('?'));
}

/// Whether a block may be a line of the story's head: no picture's text, and of furniture only what
/// is called a byline and reads as one.
bool is_head_line(const Block& block) {
    constexpr std::uint32_t kPicture = bit_of(PlaceMark::Figure) | bit_of(PlaceMark::Caption);
    constexpr std::uint32_t kByline = bit_of(PlaceMark::BylineName) | bit_of(PlaceMark::AuthorName);
    if ((block.place.marks & kPicture) != 0) return false;
    return !block.furniture ||
           ((block.place.marks & kByline) != 0 && read_credit_line(block.text).has_value());
}

/// Byline lines that open the story go to the header, and so does a deck before them; date lines go
/// when the header has the day.
void take_head_lines(ExtractedPage& page) {
    constexpr std::size_t kMaxLines = 6;
    std::vector<Block*> lines;
    for (Block& block : page.blocks) {
        if (lines.size() == kMaxLines) break;
        if (is_head_line(block) && block.text != page.header.title) lines.push_back(&block);
    }
    std::size_t at = 0;
    const auto is_deck = [&page](const Block& line) {
        return is_sentence(line) || line.text == page.header.deck;
    };
    const bool deck_first =
        lines.size() >= 2 && is_deck(*lines[0]) && read_credit_line(lines[1]->text).has_value();
    if (deck_first) {
        if (!page.header.deck.empty() && page.header.deck != lines[0]->text) return;
        page.header.deck = lines[0]->text;
        ++at;
    }
    for (; at < lines.size(); ++at) {
        std::optional<CreditLine> credit = read_credit_line(lines[at]->text);
        // The day is html_dates' to judge: what it did not believe stays in the text.
        if (!credit || (credit->day && page.header.published.empty())) break;
        note_credit(*std::move(credit), page.header);
        lines[at]->furniture = true;
        lines[at]->in_header = true;
        lines[at]->kind = BlockKind::Paragraph;
    }
}

/// The story of a page that shows none: what it does show is furniture then, and its places tell
/// nothing.
void add_unseen_story(std::vector<Block> story, std::vector<Block>& blocks) {
    if (story.empty()) return;
    for (Block& block : blocks) {
        block.furniture = true;
        block.place = {};
    }
    blocks.insert(blocks.end(), std::make_move_iterator(story.begin()),
                  std::make_move_iterator(story.end()));
}

/// The text of a page that is nothing but a <pre>: a text file as browsers and registers show it.
std::string only_preformatted(const HtmlTree& tree) {
    std::string text;
    for (std::size_t i = 1; i < tree.size();) {
        const HtmlNode& node = tree.node(i);
        if (node.tag == "head") {
            i = node.end;
        } else if (node.tag == "pre" && text.empty()) {
            for (; i < node.end; ++i) {
                if (tree.node(i).tag == "script" || tree.node(i).tag == "br") return {};
                text += tree.node(i).text;
            }
        } else if (node.tag == "body" || (node.is_text() && trimmed(node.text).empty())) {
            ++i;
        } else {
            return {};
        }
    }
    return text;
}

/// The same with what the page says of itself where the text does not.
Result<ExtractedPage> read_preformatted(std::string_view text, ArticleHeader header) {
    Result<ExtractedPage> page = read_text(text);
    if (!page) return page;
    ArticleHeader& own = page->header;
    if (own.title.empty()) own.title = std::move(header.title);
    if (own.url.empty()) own.url = std::move(header.url);
    if (own.outlet.empty()) own.outlet = std::move(header.outlet);
    if (own.language.empty()) own.language = std::move(header.language);
    if (own.authors.empty()) own.authors = std::move(header.authors);
    if (own.section.empty()) own.section = std::move(header.section);
    if (own.published.empty()) {
        own.published = std::move(header.published);
        own.published_from = std::move(header.published_from);
    }
    return page;
}

}  // namespace

Result<ExtractedPage> read_html(std::string_view text, std::string_view address) {
    const std::optional<std::string> markup = markup_to_parse(text);
    if (!markup) return read_text(without_markup(text));
    const HtmlTree tree = HtmlTree::parse(*markup);
    HtmlRoles roles = html_roles(tree);
    roles.readable = readable_element(tree, roles);
    ExtractedPage page;
    PageFacts facts = page_facts(tree);
    facts.set_address(address);
    page.header = html_metadata(tree, facts);
    if (const std::string only = only_preformatted(tree); !trimmed(only).empty())
        return read_preformatted(only, std::move(page.header));
    page.blocks = html_blocks(tree, roles).blocks;
    add_unseen_story(unseen_story(text, facts, page.blocks), page.blocks);
    take_head_lines(page);
    if (page.header.title.empty() && page.blocks.empty()) {
        return Error{ErrorCode::BadInput, "no title and no text"};
    }
    return page;
}

std::vector<Block> read_html_fragment(std::string_view text) {
    const std::optional<std::string> markup = markup_to_parse(with_paragraphs(text));
    if (!markup) {
        Result<ExtractedPage> page = read_text(without_markup(text));
        return page ? std::move(page->blocks) : std::vector<Block>();
    }
    const HtmlTree tree = HtmlTree::parse(*markup);
    HtmlRoles roles = html_roles(tree);
    roles.story = 0;
    std::fill(roles.furniture.begin(), roles.furniture.end(), std::uint8_t{0});
    std::vector<Block> blocks = html_blocks(tree, roles).blocks;
    for (Block& block : blocks) block.place = {};  // all is story: there is no place to judge
    return blocks;
}

}  // namespace sitrep
