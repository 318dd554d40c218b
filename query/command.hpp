// What sitrep-query does: one question, or a batch of them.
#pragma once

#include "query/options.hpp"
#include "query/output.hpp"

namespace sitrep {

/// Answers on `out`, tells trouble on stderr; returns the exit code, but for trouble with `out`.
int run_query(const QueryOptions& options, Output& out);

/// The table that --help-fields prints.
std::string fields_text();

}  // namespace sitrep
