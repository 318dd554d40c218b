// Readability's scores: paragraphs earn by their length and commas, and hand the score to the
// elements around them (Mozilla's Readability.js, after Arc90's).
#pragma once

#include "indexer/extract/html_roles.hpp"

#include <cstddef>

namespace sitrep {

/// The element with the best score; 0 when no paragraph earns any.
std::size_t readable_element(const HtmlTree& tree, const HtmlRoles& roles);

}  // namespace sitrep
