// Names and dates as articles print them around the headline: "By Jane Doe and John Roe",
// "Published: May 3, 2015". Facts of the trade, no names known.
#pragma once

#include "model/article.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The people of a byline, a line "By NAME" of at most 10 words; empty for any other line.
std::vector<std::string> parse_byline(std::string_view line);

/// The day of a line that is a date and little else ("Posted: May 3, 2015 at 10:15 a.m. EDT").
std::optional<Day> parse_date_line(std::string_view line);

}  // namespace sitrep
