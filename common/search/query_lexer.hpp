// The first half of the query parser: a question cut into words, phrases, field names, operators
// and parentheses. Knows the spelling of the language, nothing of its grammar.
#pragma once

#include "base/result.hpp"
#include "model/fields.hpp"
#include "search/query_repair.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

enum class LexemeKind {
    Word,
    Phrase,
    Field,
    Saved,  ///< `@name`
    Comma,  ///< between values of a field, or words behind a minus
    Open,
    Close,
    And,
    Or,
    Xor,
    Not,
    Plus,
    Near,   ///< NEAR or ADJ
    Boost,  ///< behind what it boosts
    End,
};

struct Lexeme {
    LexemeKind kind = LexemeKind::End;
    std::string text = {};      ///< of a word, of the inside of a phrase; a name, an operator
    std::size_t column = 0;     ///< byte offset of its first character
    Field field = Field::Body;  ///< of a field name: the next lexeme is what it governs
    double number = 0;          ///< of a boost; the distance of NEAR and ADJ
    bool in_order = false;      ///< ADJ
};

/// How far apart NEAR and ADJ may be told to look: no further, or they would see from one field
/// into the next.
inline constexpr std::uint32_t kMaxDistance = 99;

/// Cuts `question` (valid UTF-8); the last lexeme is End. A field name is followed by a Word, a
/// Phrase or an Open, always; a Comma by a Word or a Phrase. What can be put right is, and noted in
/// `repairs`; null: it is an error. Fails with query_error().
Result<std::vector<Lexeme>> lex_query(std::string_view question, std::vector<QueryRepair>* repairs);

}  // namespace sitrep
