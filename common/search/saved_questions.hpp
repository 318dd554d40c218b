// Questions that have names, and what `@name` means inside another.
#pragma once

#include "base/result.hpp"
#include "search/query_lexer.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// By name: letters, digits, hyphens and underscores, a letter first.
using SavedQuestions = std::map<std::string, std::string, std::less<>>;

bool is_saved_name(std::string_view text);

/// A saved question may name others, so deep.
inline constexpr std::size_t kMaxSavedDepth = 8;

/// Puts what each `@name` stands for in its place, in parentheses; all of it has the column of the
/// name. Fails with query_error(): an unknown name (the hint has the nearest, or those there are),
/// names that lead in a circle, a saved question that cannot be read, more than kMaxLexemes in the
/// end.
Result<std::vector<Lexeme>> with_saved(std::string_view question, std::vector<Lexeme> lexemes,
                                       const SavedQuestions& saved);

inline constexpr std::size_t kMaxLexemes = 16'384;

}  // namespace sitrep
