// Puts right what stands around the words of a question: parentheses that close nothing or are
// never closed, operators with nothing on one side, stars where no pattern can stand.
#pragma once

#include "base/result.hpp"
#include "search/query_lexer.hpp"

#include <string_view>
#include <vector>

namespace sitrep {

/// Afterwards parentheses are balanced, and no operator begins or ends a group. What was changed is
/// noted in `repairs`; null: it is an error, made by query_error().
Result<void> mend_lexemes(std::string_view question, std::vector<Lexeme>& lexemes,
                          std::vector<QueryRepair>* repairs);

}  // namespace sitrep
