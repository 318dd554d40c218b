// HTML without a tree: what must be known before a parser may see a page, and what is done with a
// page that it must not see.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// `text` as a parser may have it: without what scripts and styles hold, JSON apart, which is
/// most of many pages. Nothing when the parser's time would not stay linear or its memory bounded:
/// past 8 MiB, past 150,000 elements and comments, tags nested more than 400 deep, a tag with
/// hundreds of attributes, a pile of unclosed formatting tags that every paragraph would open
/// again. One linear scan.
std::optional<std::string> markup_to_parse(std::string_view text);

/// What each script of a page holds, JSON-LD apart, in order. One linear scan.
std::vector<std::string_view> script_texts(std::string_view text);

/// A text that marks no paragraphs (no <p>, <pre>, <table>) with a <p> for every blank line: the
/// form in which WordPress and its like keep what they show in paragraphs.
std::string with_paragraphs(std::string_view text);

/// `text` without tags, comments, scripts and styles, common character references decoded, a
/// newline for every block tag: plain text for the line reader.
std::string without_markup(std::string_view text);

}  // namespace sitrep
