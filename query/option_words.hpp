// Options of sitrep-query whose value is one of a few words.
#pragma once

#include "query/options.hpp"
#include "settings/choices.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

Choices<OutputFormat> format_names();
Choices<Facet> facet_names();
Choices<Period> period_names();
Choices<SortOrder> order_names();
Choices<Colour> colour_names();
Choices<ExportForm> export_names();

/// The words that an option's value may be; none where it may be anything.
std::vector<std::string> option_words(std::string_view option);

}  // namespace sitrep
