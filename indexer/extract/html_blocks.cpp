#include "indexer/extract/html_blocks.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr auto kBlockTags = std::to_array<std::string_view>(
    {"address", "article", "aside", "blockquote", "body",    "center",   "dd",         "details",
     "dialog",  "dir",     "div",   "dl",         "dt",      "fieldset", "figcaption", "figure",
     "footer",  "form",    "h1",    "h2",         "h3",      "h4",       "h5",         "h6",
     "header",  "hr",      "html",  "legend",     "li",      "main",     "menu",       "nav",
     "ol",      "p",       "pre",   "section",    "summary", "table",    "tbody",      "tfoot",
     "thead",   "tr",      "ul"});

bool is_block(std::string_view tag) {
    return std::find(kBlockTags.begin(), kBlockTags.end(), tag) != kBlockTags.end();
}

bool is_heading(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

class BlockBuilder {
  public:
    BlockBuilder(const HtmlTree& tree, const HtmlRoles& roles) : tree_(tree), roles_(roles) {}

    std::vector<Block> run() {
        for (std::size_t i = 0; i < tree_.size();) {
            leave_until(i);
            if (roles_.skipped[i] != 0) {
                i = tree_.node(i).end;
                continue;
            }
            tree_.node(i).is_text() ? add_text(tree_.node(i).text) : enter(i);
            ++i;
        }
        leave_until(tree_.size());
        flush();
        return std::move(blocks_);
    }

  private:
    /// An element that the walk is inside of.
    struct Open {
        std::size_t end;
        bool block, link, bold, furniture, heading, item, cell;
    };

    void enter(std::size_t i) {
        const HtmlNode& node = tree_.node(i);
        const std::string_view tag = node.tag;
        if (tag == "br") return add_break();
        Open open{node.end,
                  is_block(tag),
                  tag == "a",
                  tag == "b" || tag == "strong",
                  roles_.furniture[i] != 0,
                  is_heading(tag),
                  tag == "li",
                  tag == "td" || tag == "th"};
        if (open.block || open.furniture) flush();
        if (i == roles_.story) inside_story_ = node.end;
        links_ += open.link ? 1 : 0;
        bolds_ += open.bold ? 1 : 0;
        furniture_ += open.furniture ? 1 : 0;
        headings_ += open.heading ? 1 : 0;
        if (open.item) item_ = true;
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
            links_ -= open.link ? 1 : 0;
            bolds_ -= open.bold ? 1 : 0;
            furniture_ -= open.furniture ? 1 : 0;
            headings_ -= open.heading ? 1 : 0;
            if (open.item) item_ = false;
        }
    }

    void add_text(std::string_view text) {
        const std::size_t bytes = trimmed(text).size();
        if (bytes > 0) last_break_ = false;
        text_ += text;
        if (links_ > 0) link_chars_ += bytes;
        if (bolds_ > 0) bold_chars_ += bytes;
        chars_ += bytes;
        begin_inside_ = begin_inside_ || at_ < inside_story_;
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
        }
        text_.clear();
        link_chars_ = bold_chars_ = chars_ = 0;
        begin_inside_ = false;
    }

    const HtmlTree& tree_;
    const HtmlRoles& roles_;
    std::vector<Open> open_;
    std::vector<Block> blocks_;
    std::string text_;
    std::size_t link_chars_ = 0, bold_chars_ = 0, chars_ = 0;
    int links_ = 0, bolds_ = 0, furniture_ = 0, headings_ = 0;
    std::size_t at_ = 0, inside_story_ = 0;
    bool item_ = false, last_break_ = false, begin_inside_ = false;
};

}  // namespace

std::vector<Block> html_blocks(const HtmlTree& tree, const HtmlRoles& roles) {
    return BlockBuilder(tree, roles).run();
}

}  // namespace sitrep
