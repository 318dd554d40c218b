// One article, whole: --show and --open.
#pragma once

#include "query/options.hpp"
#include "query/output.hpp"
#include "search/query.hpp"
#include "store/searcher.hpp"

namespace sitrep {

/// Tells that no article has this id or path; returns the exit code.
int tell_unknown_article(const std::string& name);

/// Prints the articles that hits show as `options.show`, the words of `query` (null: none) marked
/// on a terminal. Returns the exit code.
int show_article(const QueryOptions& options, const Query* query, Searcher& searcher, Output& out);

/// The same of hit `options.open` of the answer; with `options.original` opens its file, or prints
/// the file's path where nothing can open it.
int open_hit(const QueryOptions& options, const Query& query, Searcher& searcher, Output& out);

}  // namespace sitrep
