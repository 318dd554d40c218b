// Plain text cut into blocks: blank lines, bullets, hard-wrapped lines joined again. Guesses
// nothing about headlines; no word is lost.
#pragma once

#include "model/article.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// A block of plain text and how it stood there.
struct TextBlock {
    Block block;
    bool blank_before = false;  ///< a blank line, or the start of the text, stands before it
    bool wide_gaps = false;     ///< parts of it are set apart by two blanks and more, or tabs
    bool blank_after = false;   ///< a blank line, or the end of the text, stands after it
};

/// The text after a bullet ("• ", "- ", "* ", "– ", "· "), or an empty view when `line` has none.
std::string_view after_bullet(std::string_view line);

/// Whether a paragraph may end with `text`, by its last mark.
bool ends_sentence(std::string_view text);

/// Whether the lines of `text` were broken at a column (newswire, mail) instead of at paragraphs.
bool is_hard_wrapped(std::string_view text);

/// Every line that holds text, as one block or, where the text is hard-wrapped, joined to
/// paragraphs. Kinds are Paragraph and ListItem only.
std::vector<TextBlock> text_blocks(std::string_view text);

/// Marks as Heading what looks like one: a short line without final punctuation that begins with a
/// capital or a digit, stands alone, and has running text or a list after it.
void mark_headings(std::vector<TextBlock>& blocks);

/// The blocks alone.
std::vector<Block> plain_blocks(std::vector<TextBlock> blocks);

}  // namespace sitrep
