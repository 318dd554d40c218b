// Cutting a piece of a given width out of a text, at spaces where there are any.
#pragma once

#include "search/term_matcher.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace sitrep {

/// `range` without white space at its ends.
ByteRange trimmed_range(std::string_view text, ByteRange range);

/// The piece of `range`, at most `width` bytes, that holds most different words of `matches` (all
/// in `range`), the first such, with some text around it. Ends stand at spaces where these are
/// near, always on code point bounds. Without matches: the beginning.
ByteRange best_window(std::string_view text, ByteRange range, std::span<const TermMatch> matches,
                      std::size_t width);

}  // namespace sitrep
