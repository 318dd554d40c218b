// Why an article ranks where it does, for --explain-hit.
#pragma once

#include "model/hit_account.hpp"
#include "query/options.hpp"
#include "query/output.hpp"
#include "search/query.hpp"
#include "store/searcher.hpp"

#include <string>

namespace sitrep {

/// The score and the rank, a line for each part of the question, and what all together add.
/// printable().
std::string hit_account_text(const HitAccount& account);

/// Prints it for the article that `options` name; the exit code. One that does not match is shown,
/// too, with the parts that fail, and counts as nothing found.
int explain_hit(const QueryOptions& options, const Query& query, Searcher& searcher, Output& out);

}  // namespace sitrep
