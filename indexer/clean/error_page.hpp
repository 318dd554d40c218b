// Pages that were saved in an article's place: a server's error, a wall against robots or for
// subscribers.
#pragma once

#include "model/article.hpp"

namespace sitrep {

/// Whether a cleaned page is none: its headline is what such pages are called ("404 Not Found",
/// "Just a moment..."), and what is left of it is short and says no more. A story about such a
/// page has a headline, or a length, of its own.
bool is_error_page(const Article& article);

}  // namespace sitrep
