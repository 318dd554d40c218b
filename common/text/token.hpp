// A token: a piece of text with its place in it, and what the index calls it.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep {

enum class TokenKind : std::uint8_t {
    Word,
    Number,
    Designator,  ///< `F-35`: one name whatever separates its parts; never stemmed
    Initialism,  ///< `U.S.`; never stemmed
};

struct Token {
    std::string_view term;  ///< the folded form that is indexed: lower case, accents off
    std::string_view stem;  ///< its stem; equal to `term` where stemming changes nothing
    std::uint32_t begin =
        0;  ///< byte range [begin, end) of the original text, on code point bounds
    std::uint32_t end = 0;
    std::uint32_t position = 0;  ///< 0-based count in this text; alternates share one
    TokenKind kind = TokenKind::Word;
    bool alternate = false;  ///< another reading of the token before it, at the same position
};

}  // namespace sitrep
