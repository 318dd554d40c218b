// A command line cut into words, by us: no shell ever sees it.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Blanks separate words. `'...'` is taken as it is; in `"..."` a backslash makes the next `"` or
/// `\` mean itself; outside quotes it makes any next character mean itself. Nothing else is
/// special: no variables, patterns, pipes. Fails with Usage when a quote does not end or no word is
/// there.
Result<std::vector<std::string>> command_words(std::string_view line);

}  // namespace sitrep
