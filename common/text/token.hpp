// A token: a piece of text with its place in it, and what the index calls it.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep {

enum class TokenKind : std::uint8_t {
    Word,
    Number,
    Designator,  ///< `F-35`: one name whatever separates its parts; never stemmed
    Initialism,  ///< `U.S.`, `R&D`; never stemmed
    Measure,     ///< `155 mm`, `$1.2 billion`: a number and what it counts, joined; never stemmed
};

/// What a token says of the words it stands on. Every word of a text has one token of role Word;
/// the others name the same words again.
enum class TokenRole : std::uint8_t {
    Word,    ///< the word itself
    Joined,  ///< a hyphenated word without its hyphens: `cooperation` for `co-operation`
    Name,    ///< what all its words are together: `f35a` for `F-35A`, `155mm` for `155 mm`
    Member,  ///< one of several that are named at once: `fa18e` and `fa18f` for `F/A-18E/F`
    Family,  ///< what it is a kind of: `f35` for `F-35A`
};

struct Token {
    std::string_view term;  ///< the folded form that is indexed: lower case, accents off
    std::string_view stem;  ///< its stem; equal to `term` where stemming changes nothing
    std::uint32_t begin =
        0;  ///< byte range [begin, end) of the original text, on code point bounds
    std::uint32_t end = 0;
    std::uint32_t position = 0;  ///< of its first word: a 0-based count of words in this text
    std::uint8_t width = 1;      ///< words it stands on
    TokenKind kind = TokenKind::Word;
    TokenRole role = TokenRole::Word;
};

}  // namespace sitrep
