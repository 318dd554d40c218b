// Watched questions: added, listed, removed, and what is new in their answers.
#pragma once

#include "query/options.hpp"
#include "query/output.hpp"

#include <string>
#include <vector>

namespace sitrep {

/// What the options ask of watches on these databases; returns the exit code. News that were
/// written to `out` are not told again, unless options.acknowledge is off; what could not be
/// written is.
int run_watch(const QueryOptions& options, const std::vector<std::string>& databases, Output& out);

}  // namespace sitrep
