// The readers behind the format table, one a format. Each takes valid UTF-8 and judges nothing.
#pragma once

#include "base/result.hpp"
#include "model/article.hpp"

#include <string_view>
#include <vector>

namespace sitrep {

/// Text as people save it: headline, deck, byline and date lines, section headings, bullets.
Result<ExtractedPage> read_text(std::string_view text);

/// CommonMark and, before it, front matter: notes, clippings, what a page was turned into.
Result<ExtractedPage> read_markdown(std::string_view text);

/// A whole HTML page, with its metadata; `address` is where it was had from, as far as is known.
Result<ExtractedPage> read_html(std::string_view text, std::string_view address = {});

/// One JSON object (or an array of one), with the keys of the JSON Lines port.
Result<ExtractedPage> read_json(std::string_view text);

/// The blocks of HTML that is all story, as feeds and exports carry it.
std::vector<Block> read_html_fragment(std::string_view text);

}  // namespace sitrep
