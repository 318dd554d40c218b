// What a page calls the site that it is of.
#pragma once

#include "indexer/extract/page_facts.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// The outlet: og:site_name, else the JSON-LD publisher, else a meta name, else the end of <title>;
/// empty when the page does not say.
std::string site_name(const PageFacts& facts);

/// The name that ends <title> behind a longer headline ("Fleet tests radar at sea | Harbor Wire"),
/// where an <h1>, og:title or JSON-LD agrees that it is no part of the headline; empty otherwise.
std::string site_in_title(const PageFacts& facts);

/// Whether `part`, which stands behind a headline as a site's name does, names a part of the site.
bool names_section(std::string_view part, const PageFacts& facts);

}  // namespace sitrep
