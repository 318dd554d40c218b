// How a question is spelled, at one place of it: `at` is a byte of `text` (valid UTF-8), where a
// character begins. The white space, quotes and dashes of word processors are known beside the
// plain ones.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

/// Bytes of the white space at `text[at]`: 0 for anything else. U+00A0 and U+3000 are spaces too.
std::size_t query_space_at(std::string_view text, std::size_t at);

/// Bytes of the double quote at `text[at]`, straight, curly, low, angle or full-width; 0 for none.
std::size_t query_quote_at(std::string_view text, std::size_t at);

/// Bytes of the minus at `text[at]`: `-`, `!`, or a dash that stands for one; 0 for none.
std::size_t query_minus_at(std::string_view text, std::size_t at);

/// The first byte from `at` on that is of no space.
std::size_t behind_spaces(std::string_view text, std::size_t at);

/// Whether a word, a phrase, a group or the name of a saved question begins at `at`, which may be
/// the end.
bool starts_operand(std::string_view text, std::size_t at);

/// Where something begins behind the sign at `at` and spaces; 0 without any of these.
std::size_t behind_lone_sign(std::string_view text, std::size_t at);

/// Where the word from `at` on ends: before space, a quote or a parenthesis, but for that of a
/// version as in SPY-6(V)1.
std::size_t chunk_end(std::string_view text, std::size_t at);

}  // namespace sitrep
