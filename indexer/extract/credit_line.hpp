// Lines between a headline and its story that say who wrote it and when, and lines of links.
#pragma once

#include "model/article.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct CreditLine {
    std::vector<std::string> authors;  ///< may be empty
    std::optional<Day> day;
};

/// A byline, a date line, or both and an outlet joined by separators ("Harbor Wire | May 3, 2015 |
/// Jane Doe"); nothing for any other line.
std::optional<CreditLine> read_credit_line(std::string_view line);

/// The parts of a line between " | ", " · ", " • " and " / ", trimmed; one part when there is none.
std::vector<std::string_view> separated_parts(std::string_view line);

/// Whether a line is a row of links: three or more short parts between separators, no date or
/// sentence among them.
bool is_link_row(std::string_view line);

/// What the line tells goes to the places of the header that are still empty.
void note_credit(CreditLine credit, ArticleHeader& header);

}  // namespace sitrep
