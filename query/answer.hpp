// One question's answer, from an analysed question to what is printed and the exit code.
#pragma once

#include "query/options.hpp"
#include "query/output.hpp"
#include "query/render/renderer.hpp"
#include "search/query.hpp"
#include "store/searcher.hpp"

namespace sitrep {

/// Exit codes of an answer.
inline constexpr int kFound = 0;
inline constexpr int kNothingFound = 1;

/// How answers look on standard output.
RenderStyle style_of(const QueryOptions& options);

/// Asks, prints the hits, the number or the files that `options` want, and returns the exit code.
/// `without`: the unique term of an article that is no hit; empty: none.
int answer(const QueryOptions& options, const Query& query, Searcher& searcher, Output& out,
           const std::string& without = {});

}  // namespace sitrep
