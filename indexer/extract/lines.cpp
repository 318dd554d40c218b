#include "indexer/extract/lines.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "indexer/extract/byline.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

struct Line {
    std::string_view text;  ///< trimmed; empty for a blank line
    std::size_t indent = 0;
    std::size_t length = 0;  ///< code points of `text`
};

constexpr std::size_t kWrapColumn = 90;  ///< no line broken at a column is longer, in code points
constexpr std::size_t kMinWrapColumn = 40;  ///< shorter lines do not tell
/// A block costs many times its text: behind so many lines a break counts only where the line
/// before it is as long as a paragraph.
constexpr std::size_t kMaxLines = 50'000;
constexpr std::size_t kLongLineBytes = 4096;

/// Bytes of the line end at `at`: CR LF, LF, CR, FF, or Unicode's NEL, LS and PS; 0 elsewhere.
std::size_t line_end_at(std::string_view text, std::size_t at) {
    switch (text[at]) {
        case '\r':
            return text.substr(at + 1, 1) == "\n" ? 2 : 1;
        case '\n':
        case '\f':
            return 1;
        case '\xC2':
            return text.substr(at, 2) == "\xC2\x85" ? 2 : 0;
        case '\xE2': {
            const std::string_view three = text.substr(at, 3);
            return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" ? 3 : 0;
        }
        default:
            return 0;
    }
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    const auto put = [&lines](std::string_view raw) {
        const std::string_view line = trimmed(raw);
        if (line.empty() && !lines.empty() && lines.back().text.empty()) return;  // one says it
        const std::size_t indent =
            line.empty() ? 0 : static_cast<std::size_t>(line.data() - raw.data());
        lines.push_back({line, indent, utf8::length(line)});
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = line_end_at(text, at);
        if (end != 0 && (lines.size() < kMaxLines || at - begin >= kLongLineBytes)) {
            put(text.substr(begin, at - begin));
            begin = at + end;
        }
        at += std::max<std::size_t>(end, 1);
    }
    put(text.substr(begin));
    return lines;
}

bool starts_lower(std::string_view text) { return !text.empty() && is_ascii_lower(text.front()); }

/// Two lines in a row that look like one sentence cut at a column.
bool looks_broken(const Line& line, const Line& next) {
    return line.length >= kMinWrapColumn && line.length <= kWrapColumn &&
           (starts_lower(next.text) || !ends_sentence(line.text));
}

bool is_hard_wrapped(const std::vector<Line>& lines) {
    std::size_t filled = 0, too_long = 0, pairs = 0, broken = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text.empty()) continue;
        ++filled;
        if (lines[i].length > kWrapColumn) ++too_long;
        if (i + 1 == lines.size() || lines[i + 1].text.empty()) continue;
        if (!after_bullet(lines[i + 1].text).empty()) continue;
        ++pairs;
        if (looks_broken(lines[i], lines[i + 1])) ++broken;
    }
    return broken >= 2 && broken * 2 >= pairs && too_long * 20 <= filled;
}

/// A byline or a day in a line of its own; with a full stop it is a sentence's end.
bool is_short_credit(const Line& line, std::size_t column) {
    return line.length * 3 < column * 2 && !line.text.ends_with('.') &&
           (!parse_byline(line.text).empty() || parse_date_line(line.text));
}

/// Whether `next` begins a paragraph of its own although no blank line stands between.
bool begins_paragraph(const Line& line, const Line& next, std::size_t column) {
    if (!after_bullet(next.text).empty()) return true;
    if (next.indent >= line.indent + 2 && after_bullet(line.text).empty()) return true;
    if (is_short_credit(next, column) || is_short_credit(line, column)) return true;
    return line.length * 3 < column * 2 && ends_sentence(line.text) && !starts_lower(next.text);
}

void append_line(std::string& text, std::string_view line) {
    const bool hyphen = text.size() >= 2 && text.back() == '-' &&
                        is_ascii_alpha(text[text.size() - 2]) && !line.empty() &&
                        is_ascii_alpha(line.front());
    if (!hyphen) text += ' ';  // "self-" and "defense" on two lines are one word
    text += line;
}

/// Two blanks between words; behind a sentence's end they are a typist's habit.
bool has_wide_gaps(std::string_view line) {
    for (std::size_t at = 1; at + 1 < line.size(); ++at) {
        if (line[at] == '\t') return true;
        if (line[at] != ' ' || line[at + 1] != ' ') continue;
        if (std::string_view(" .!?:\"").find(line[at - 1]) == std::string_view::npos) return true;
    }
    return false;
}

TextBlock block_of(std::string_view line) {
    TextBlock out;
    if (const std::string_view item = after_bullet(line); !item.empty()) {
        out.block.kind = BlockKind::ListItem;
        line = item;
    }
    out.block.text = collapsed_space(line);
    out.wide_gaps = has_wide_gaps(line);
    return out;
}

}  // namespace

bool ends_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 9> kEnds = {".", "!", "?", ":", "\"",
                                                              "”", "’", ")", "…"};
    return ends_with_any(text, kEnds);
}

std::string_view after_bullet(std::string_view line) {
    static constexpr std::array<std::string_view, 9> kBullets = {"•", "-", "*", "–", "·",
                                                                 "◦", "▪", "●", "‣"};
    for (const std::string_view bullet : kBullets) {
        if (!line.starts_with(bullet)) continue;
        const std::string_view rest = line.substr(bullet.size());
        const std::string_view item = trimmed(rest);
        if (item.size() < rest.size()) return item;
    }
    return {};
}

bool is_hard_wrapped(std::string_view text) { return is_hard_wrapped(lines_of(text)); }

std::vector<TextBlock> text_blocks(std::string_view text) {
    const std::vector<Line> lines = lines_of(text);
    const bool wrapped = is_hard_wrapped(lines);
    std::size_t column = 0;
    for (const Line& line : lines) column = std::max(column, std::min(line.length, kWrapColumn));

    std::vector<TextBlock> blocks;
    const Line* previous = nullptr;  // none after a blank line
    for (const Line& line : lines) {
        if (line.text.empty()) {
            if (previous != nullptr) blocks.back().blank_after = true;
            previous = nullptr;
            continue;
        }
        if (wrapped && previous != nullptr && !begins_paragraph(*previous, line, column)) {
            append_line(blocks.back().block.text, collapsed_space(line.text));
        } else {
            blocks.push_back(block_of(line.text));
            blocks.back().blank_before = previous == nullptr;
        }
        previous = &line;
    }
    if (!blocks.empty()) blocks.back().blank_after = true;
    std::erase_if(blocks, [](const TextBlock& b) { return b.block.text.empty(); });
    return blocks;
}

namespace {

constexpr std::size_t kMaxHeadingWords = 12;
constexpr std::size_t kMaxHeadingBytes = 120;

bool looks_like_heading(const TextBlock& b) {
    const std::string& text = b.block.text;
    if (b.block.kind != BlockKind::Paragraph || !b.blank_before || !b.blank_after) return false;
    if (text.size() > kMaxHeadingBytes || starts_lower(text)) return false;
    if (std::string_view(".,;:!\"").find(text.back()) != std::string_view::npos) return false;
    return std::any_of(
               text.begin(), text.end(),
               [](char c) { return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80; }) &&
           count_words(text) <= kMaxHeadingWords;
}

}  // namespace

void mark_headings(std::vector<TextBlock>& blocks) {
    // From the end, so that what follows is known: prose, a list, or a heading that has them.
    bool leads_somewhere = false;
    for (std::size_t i = blocks.size(); i-- > 0;) {
        Block& block = blocks[i].block;
        if (leads_somewhere && looks_like_heading(blocks[i])) {
            block.kind = BlockKind::Heading;
            continue;
        }
        leads_somewhere = block.kind == BlockKind::ListItem || ends_sentence(block.text) ||
                          count_words(block.text) > kMaxHeadingWords;
    }
}

std::vector<Block> plain_blocks(std::vector<TextBlock> blocks) {
    std::vector<Block> out;
    out.reserve(blocks.size());
    for (TextBlock& b : blocks) out.push_back(std::move(b.block));
    return out;
}

}  // namespace sitrep
