// Parts of the page that --format=html makes.
#pragma once

#include "model/timeline.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// `text` as it stands in a page, between tags or in a quoted attribute; control characters and
/// those that turn the direction of writing are shown.
std::string html_escaped(std::string_view text);

/// Bars with a title each; some of them labelled, the highest with its number.
std::string timeline_svg(const Timeline& timeline);

}  // namespace sitrep
