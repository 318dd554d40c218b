// What people and programs write before a text that they keep, and behind it: an address, lines of
// labels ("Title: ...", "Source: ..."), the head of a forwarded mail, a mail's signature.
#pragma once

#include "model/article.hpp"

#include <string_view>
#include <vector>

namespace sitrep {

/// `text` without such lines. What they say goes to the places of `header` that are still empty;
/// lines that it has no place for ("To: ...") go to `rest` as furniture. A label alone is a
/// text's own; two of them, or one below "Forwarded message", make a head.
std::string_view take_written_head(std::string_view text, ArticleHeader& header,
                                   std::vector<Block>& rest);

/// `text` without the signature that ends it ("-- " on a line of its own and at most ten short
/// lines), which goes to `rest` as furniture.
std::string_view take_signature(std::string_view text, std::vector<Block>& rest);

}  // namespace sitrep
