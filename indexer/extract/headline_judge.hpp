// How likely a line of plain text is the headline of the page around it.
#pragma once

#include "indexer/extract/headline_row.hpp"

namespace sitrep {

/// Of the lines of one page, the headline is likeliest where it is greatest: log-odds among them,
/// as scripts/train_headlines learned them.
double headline_odds(const HeadlineRow& row);

}  // namespace sitrep
