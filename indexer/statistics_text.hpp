// Statistics, as --stats prints them.
#pragma once

#include "model/json_line.hpp"
#include "store/statistics.hpp"

#include <string>

namespace sitrep {

/// For people: lines, fit for a terminal.
std::string statistics_text(const Statistics& statistics);
/// One JSON object, with a newline.
std::string statistics_json(const Statistics& statistics, JsonLetters letters);

}  // namespace sitrep
