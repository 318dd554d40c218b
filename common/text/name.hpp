// What the words of a window are called together: the result of the grammars in designators.hpp and
// compounds.hpp. Internal to common/text.
#pragma once

#include "text/token.hpp"
#include "text/tokenizer.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The most words that one name stands on.
inline constexpr std::size_t kMaxNameWords = 12;

struct NameWord {
    std::string_view raw;   ///< as written: capitals tell names from words
    std::string_view term;  ///< folded
    Gap gap = Gap::Other;   ///< before it
};
using NameWords = std::span<const NameWord>;

struct Name {
    std::string term;
    TokenKind kind = TokenKind::Designator;
    TokenRole role = TokenRole::Name;
    std::uint8_t first = 0;  ///< index of the first word it stands on
    std::uint8_t words = 1;
};
using Names = std::vector<Name>;

}  // namespace sitrep
