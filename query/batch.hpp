// Many questions in one run, for evaluation and for scripts.
#pragma once

#include "query/options.hpp"
#include "query/output.hpp"
#include "query/word_tables.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct BatchQuestion {
    std::string qid;
    std::string text;
    friend bool operator==(const BatchQuestion&, const BatchQuestion&) = default;
};

/// A batch of at most this many bytes is read.
inline constexpr std::size_t kMaxBatchBytes = std::size_t{64} << 20U;

inline constexpr std::size_t kMaxQidBytes = 256;

/// Lines of `ID<TAB>WORDS`; empty lines are passed over. `name` is the file, for messages. Usage
/// errors name the line: no tab, an empty id, one longer than kMaxQidBytes, white space in an id.
/// Of a question much longer than kMaxQueryBytes only the beginning is kept.
Result<std::vector<BatchQuestion>> parse_batch(std::string_view text, const std::string& name);

/// Reads the file `path`, which may be a pipe, or standard input for `-`.
Result<std::vector<BatchQuestion>> read_batch(const std::string& path);

/// Answers each on `out`, in order; a question without hits prints nothing. Returns the exit code:
/// 0 when any found something, 1 when none did, 2 when one could not be read (the others are
/// answered).
int answer_batch(const QueryOptions& options, const RenderStyle& style,
                 const std::vector<BatchQuestion>& questions, WordTables& tables,
                 Searcher& searcher, Output& out);

}  // namespace sitrep
