// Where the headline and the story stand in plain text that may have a page's menus around it.
#pragma once

#include "indexer/extract/lines.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace sitrep {

/// Whether a block is short enough for a headline.
bool is_title_like(const Block& block);

/// Whether a line is what pages say above all else: nobody's headline.
bool is_page_top(std::string_view line);

/// Whether a block reads as running text.
bool is_prose(const Block& block);
/// The same where its words are counted.
bool is_prose(const Block& block, std::size_t words);

/// Where the story's running text begins: the first prose with more of it close behind, so that a
/// banner before the story does not count; behind some lines, without any, the first sentence.
/// blocks.size() when there is none.
std::size_t first_prose(const std::vector<TextBlock>& blocks);

/// Whether the text begins with its own headline, not with a menu: hardly a line stands before the
/// story, or those that do are its deck, byline and date.
bool begins_with_headline(const std::vector<TextBlock>& blocks, std::size_t prose);

/// The headline below a page's name, and perhaps a line or two of its menu: the last line of a
/// headline's length before the byline or date, or before its deck, with nothing but short lines
/// above it. blocks.size() when the text does not begin so.
std::size_t find_headline_below_page_name(const std::vector<TextBlock>& blocks, std::size_t prose);

/// Whether the first line is an outlet's name, which says nothing of the story, alone between blank
/// lines, and the next one the headline, which does.
bool stands_below_outlet(const std::vector<TextBlock>& blocks, std::size_t prose);

/// The line likeliest to be the headline, of those with running text behind them: by its length,
/// its words in the story, the credits below it, what stands around. blocks.size() when no line is
/// short enough.
std::size_t find_headline(const std::vector<TextBlock>& blocks, std::size_t prose);

}  // namespace sitrep
