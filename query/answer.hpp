// One question's answer, from an analysed question to what is printed and the exit code.
#pragma once

#include "query/explain.hpp"
#include "query/options.hpp"
#include "query/output.hpp"
#include "query/render/renderer.hpp"
#include "query/word_tables.hpp"
#include "search/query.hpp"
#include "store/searcher.hpp"

namespace sitrep {

/// Exit codes of an answer.
inline constexpr int kFound = 0;
inline constexpr int kNothingFound = 1;
inline constexpr int kPartial = 6;  ///< of either, where databases are missing

/// How answers look on standard output.
RenderStyle style_of(const QueryOptions& options);

/// What is to be found, as `options` want it.
SearchOptions search_options(const QueryOptions& options);

/// Tells what a bare number, bare paths or an export cannot: that not all of what was found holds all
/// the words.
void print_relaxation(const HitList& list);

struct AskedQuestion {
    const Query& query;        ///< analysed
    QuestionTimes times = {};  ///< that it took so far
    std::string without = {};  ///< the unique term of an article that is no hit; empty: none
};

/// Asks, prints the hits, the number or the files that `options` want, and returns the exit code.
int answer(const QueryOptions& options, const AskedQuestion& asked, Searcher& searcher,
           WordTables& tables, Output& out);

/// The same for the article whose copies are asked for.
int answer_duplicates(const QueryOptions& options, Searcher& searcher, Output& out);

}  // namespace sitrep
