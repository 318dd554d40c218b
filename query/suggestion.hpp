// "Did you mean": another spelling of the question that finds more.
#pragma once

#include "query/options.hpp"
#include "query/word_tables.hpp"
#include "search/query.hpp"
#include "store/searcher.hpp"

#include <cstdint>
#include <string>

namespace sitrep {

/// Answers of so many hits need no other spelling.
inline constexpr std::uint64_t kFewHits = 10;

/// The question of `options`, whose tree is `query` and which found `list`, as the articles spell
/// its words; empty where that finds no more, or where kFewHits at least hold all its words.
std::string better_question(const QueryOptions& options, const Query& query, const HitList& list,
                            Searcher& searcher, WordTables& tables);

}  // namespace sitrep
