// The parts of a page's <title>: "Headline | Section | Site".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep {

/// Letters and digits only, lower case: what is left when sites set the same headline differently.
std::string bare_letters(std::string_view text);

/// Where a separator (" | ", " - ", ...) stands; npos when none does.
struct TitleCut {
    std::size_t at = std::string_view::npos;
    std::size_t width = 0;  ///< bytes of the separator
};

TitleCut first_separator(std::string_view title);
TitleCut last_separator(std::string_view title);

}  // namespace sitrep
