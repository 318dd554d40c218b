#include "indexer/extract/html_blocks.hpp"

#include "base/strings.hpp"
#include "indexer/extract/lines.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

const TagSet kBlockTags = {
    "address", "article", "aside", "blockquote", "body",    "center",   "dd",         "details",
    "dialog",  "dir",     "div",   "dl",         "dt",      "fieldset", "figcaption", "figure",
    "footer",  "form",    "h1",    "h2",         "h3",      "h4",       "h5",         "h6",
    "header",  "hr",      "html",  "legend",     "li",      "main",     "menu",       "nav",
    "ol",      "p",       "pre",   "section",    "summary", "table",    "tbody",      "tfoot",
    "thead",   "tr",      "ul"};
const TagSet kHeadingTags = {"h1", "h2", "h3", "h4", "h5", "h6"};
const TagSet kCustom = {kCustomTag};
const TagSet kBreak = {"br"};
const TagSet kPreformatted = {"pre"};
const TagSet kLink = {"a"};
const TagSet kBold = {"b", "strong"};
const TagSet kItem = {"li"};
const TagSet kCell = {"td", "th"};
const TagSet kRaised = {"sup"};

/// Numbers of notes: "3", "3, 5", "4-6".
bool is_note_number(std::string_view text) {
    text = trimmed(text);
    return !text.empty() && text.find_first_not_of("0123456789,- ") == std::string_view::npos &&
           is_ascii_digit(text.front());
}

/// Whether `raised` is a power of the unit that `text` ends with: km², m/s².
bool is_power(std::string_view text, std::string_view raised) {
    static constexpr auto kUnits =
        std::to_array<std::string_view>({"m", "km", "cm", "mm", "nm", "ft", "mi", "yd", "s"});
    raised = trimmed(raised);
    if (raised != "2" && raised != "3") return false;
    std::size_t begin = text.size();
    while (begin > 0 && is_ascii_alpha(text[begin - 1])) --begin;
    const char before = begin == 0 ? ' ' : text[begin - 1];
    return (is_ascii_space(before) || is_ascii_digit(before) || before == '/' || before == '(') &&
           is_one_of(text.substr(begin), kUnits);
}

class BlockBuilder {
  public:
    BlockBuilder(const HtmlTree& tree, const HtmlRoles& roles)
        : tree_(tree), roles_(roles), ranges_(tree.size()) {}

    HtmlBlocks run() {
        for (std::size_t i = 0; i < tree_.size();) {
            leave_until(i);
            if (roles_.skipped[i] != 0) {
                i = tree_.node(i).end;
                continue;
            }
            if (kPreformatted.has(tree_.node(i)) && add_preformatted(i)) {
                i = tree_.node(i).end;
                continue;
            }
            tree_.node(i).is_text() ? add_text(tree_.node(i).text) : enter(i);
            ++i;
        }
        leave_until(tree_.size());
        flush();
        for (std::size_t b = 0; b < blocks_.size(); ++b) place(b);
        return {std::move(blocks_), std::move(holders_)};
    }

  private:
    /// An element that the walk is inside of.
    struct Open {
        std::size_t end;
        std::size_t node;
        bool block, link, bold, furniture, heading, item, cell, raised;
    };

    bool is_block(std::size_t i) const {
        const HtmlNode& node = tree_.node(i);
        return kBlockTags.has(node) || kCell.has(node) || kCustom.has(node);
    }

    /// Whether an element has no text before and behind it that it would be a part of.
    bool stands_alone(std::size_t i) const {
        const std::size_t parent = tree_.node(i).parent;
        if (chars_ != 0 || !is_block(parent)) return false;
        std::size_t next = tree_.node(i).end;
        const std::size_t end = tree_.node(parent).end;
        while (next < end && tree_.node(next).is_text() && trimmed(tree_.node(next).text).empty())
            ++next;
        return next == end || kBreak.has(tree_.node(next)) || is_block(next);
    }

    void enter(std::size_t i) {
        const HtmlNode& node = tree_.node(i);
        if (kBreak.has(node)) return add_break();
        Open open{node.end,
                  i,
                  kBlockTags.has(node) || (kCustom.has(node) && stands_alone(i)),
                  kLink.has(node),
                  kBold.has(node),
                  roles_.furniture[i] != 0,
                  kHeadingTags.has(node),
                  kItem.has(node),
                  kCell.has(node),
                  kRaised.has(node)};
        if (open.block || open.furniture) flush();
        if (i == roles_.story) inside_story_ = node.end;
        links_ += open.link ? 1 : 0;
        bolds_ += open.bold ? 1 : 0;
        furniture_ += open.furniture ? 1 : 0;
        headings_ += open.heading ? 1 : 0;
        raised_ += open.raised ? 1 : 0;
        if (open.item) item_ = true;
        if (open.block) ranges_[i].begin = static_cast<std::uint32_t>(blocks_.size());
        at_ = i;
        open_.push_back(open);
    }

    void leave_until(std::size_t i) {
        at_ = i;
        while (!open_.empty() && open_.back().end <= i) {
            const Open open = open_.back();
            open_.pop_back();
            if (open.cell && !text_.empty()) text_ += " | ";
            if (open.block || open.furniture) flush();
            if (open.block) ranges_[open.node].end = static_cast<std::uint32_t>(blocks_.size());
            links_ -= open.link ? 1 : 0;
            bolds_ -= open.bold ? 1 : 0;
            furniture_ -= open.furniture ? 1 : 0;
            headings_ -= open.heading ? 1 : 0;
            raised_ -= open.raised ? 1 : 0;
            if (open.item) item_ = false;
        }
    }

    void add_text(std::string_view text) {
        const std::size_t bytes = trimmed(text).size();
        if (bytes > 0) last_break_ = false;
        if (bytes > 0 && chars_ == 0) holder_ = open_.empty() ? 0 : open_.back().node;
        // A note's number is no part of the word before it.
        if (raised_ > 0 && is_note_number(text) && !is_power(text_, text)) text_ += ' ';
        text_ += text;
        if (links_ > 0) link_chars_ += bytes;
        if (bolds_ > 0) bold_chars_ += bytes;
        chars_ += bytes;
        begin_inside_ = begin_inside_ || at_ < inside_story_;
    }

    /// A text of its own where it has paragraphs: its lines mean what those of a text file do.
    bool add_preformatted(std::size_t i) {
        std::string text;
        for (std::size_t below = i; below < tree_.node(i).end;) {
            const HtmlNode& node = tree_.node(below);
            text += node.text;
            if (kBreak.has(node)) text += '\n';
            below = roles_.skipped[below] != 0 ? node.end : below + 1;
        }
        if (text.find("\n\n") == std::string::npos) return false;
        enter(i);
        for (const TextBlock& line : text_blocks(text)) {
            add_text(line.block.text);
            flush();
        }
        return true;
    }

    /// One line break is a space, two begin a paragraph.
    void add_break() {
        if (last_break_) {
            flush();
        } else {
            text_ += ' ';
            last_break_ = true;
        }
    }

    BlockKind kind_of(const std::string& text) const {
        if (headings_ > 0) return BlockKind::Heading;
        if (item_) return BlockKind::ListItem;
        constexpr std::size_t kMaxHeadingWords = 12;
        const bool bold = bold_chars_ == chars_ && count_words(text) <= kMaxHeadingWords &&
                          std::string_view(".,;:!").find(text.back()) == std::string_view::npos;
        return bold ? BlockKind::Heading : BlockKind::Paragraph;
    }

    void flush() {
        last_break_ = false;
        std::string text = collapsed_space(text_);
        while (text.ends_with(" |")) text.resize(text.size() - 2);
        if (!text.empty() && text != "|") {
            Block block;
            block.kind = kind_of(text);
            block.link_chars = std::min(link_chars_, text.size());
            block.furniture = furniture_ > 0 || !begin_inside_;
            block.text = std::move(text);
            if (block.kind == BlockKind::ListItem) item_ = false;
            blocks_.push_back(std::move(block));
            holders_.push_back(holder_);
        }
        text_.clear();
        link_chars_ = bold_chars_ = chars_ = 0;
        begin_inside_ = false;
    }

    bool is_inside(std::size_t node, std::size_t container) const {
        return container != 0 && node >= container && node < tree_.node(container).end;
    }

    void place(std::size_t b) {
        const std::size_t holder = holders_[b];
        const ElementRole& role = roles_.of[holder];
        BlockPlace& place = blocks_[b].place;
        place.marks = role.marks;
        if (is_inside(holder, roles_.named)) place.marks |= bit_of(PlaceMark::InNamed);
        if (is_inside(holder, roles_.densest)) place.marks |= bit_of(PlaceMark::InDensest);
        if (is_inside(holder, roles_.readable)) place.marks |= bit_of(PlaceMark::InReadable);
        place.path = role.path | 1U;
        place.depth = role.depth;
        place.names = role.names;
        place.worst_name = role.worst;
        std::size_t group = 0;
        auto held = BlockRange{static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(b + 1)};
        std::size_t node = holder;
        for (std::size_t steps = 0;; ++steps) {
            const HtmlNode& element = tree_.node(node);
            if (steps < 3) place.near_names += roles_.of[node].own;
            if (kHeadingTags.has(element))
                place.level = static_cast<std::uint8_t>(element.tag[1] - '0');
            const BlockRange& range = ranges_[node];
            if (kBlockTags.has(element) && range.end - range.begin > held.end - held.begin) {
                held = range;
                place.groups[group++] = held;
                if (group == place.groups.size()) break;
            }
            if (node == 0) break;
            node = element.parent;
        }
        for (; group < place.groups.size(); ++group) place.groups[group] = held;
    }

    const HtmlTree& tree_;
    const HtmlRoles& roles_;
    std::vector<BlockRange> ranges_;  // of each block element
    std::vector<std::size_t> holders_;
    std::vector<Open> open_;
    std::vector<Block> blocks_;
    std::string text_;
    std::size_t link_chars_ = 0, bold_chars_ = 0, chars_ = 0;
    int links_ = 0, bolds_ = 0, furniture_ = 0, headings_ = 0, raised_ = 0;
    std::size_t at_ = 0, inside_story_ = 0, holder_ = 0;
    bool item_ = false, last_break_ = false, begin_inside_ = false;
};

}  // namespace

HtmlBlocks html_blocks(const HtmlTree& tree, const HtmlRoles& roles) {
    return BlockBuilder(tree, roles).run();
}

}  // namespace sitrep
