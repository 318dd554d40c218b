// HTML without a tree: what must be known before a parser may see a page, and what is done with a
// page that it must not see.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// Whether the parser's time stays linear and its memory bounded on `text`: at most 8 MiB, 150,000
/// elements and comments, tags nested at most 400 deep, no tag with hundreds of attributes, no pile
/// of unclosed formatting tags that every paragraph would open again. One linear scan.
bool is_safe_markup(std::string_view text);

/// `text` without tags, comments, scripts and styles, common character references decoded, a
/// newline for every block tag: plain text for the line reader.
std::string without_markup(std::string_view text);

}  // namespace sitrep
