// The first half of the query parser: a question cut into words, phrases, field names, operators
// and parentheses. Knows the spelling of the language, nothing of its grammar.
#pragma once

#include "base/result.hpp"
#include "model/fields.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

enum class LexemeKind { Word, Phrase, Field, Open, Close, And, Or, Not, End };

struct Lexeme {
    LexemeKind kind = LexemeKind::End;
    std::string text = {};      ///< of a word, of the inside of a phrase
    std::size_t column = 0;     ///< byte offset of its first character
    Field field = Field::Body;  ///< of a field name: the next lexeme is what it governs
};

/// Cuts `question` (valid UTF-8); the last lexeme is End. Curly and other double quotes are quotes.
/// A field name is followed by a Word, a Phrase or an Open, always. Fails with query_error().
Result<std::vector<Lexeme>> lex_query(std::string_view question);

/// Bytes of the white space at `text[at]`: 0 for anything else. U+00A0 and U+3000 are spaces too.
std::size_t query_space_at(std::string_view text, std::size_t at);

/// Bytes of the double quote at `text[at]`, straight, curly, low, angle or full-width; 0 for none.
std::size_t query_quote_at(std::string_view text, std::size_t at);

}  // namespace sitrep
