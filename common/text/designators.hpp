// Designators: `F-35`, `F35`, `F‑35` and `F 35` are one name. The seam for the whole grammar: the
// analyzer shows a window of words, the grammar says how many of them are one name and what the
// index calls it. Internal to common/text.
//
// Today's grammar: one to four ASCII letters; a dash of any kind, a single space, or nothing; one
// to four digits; perhaps a variant (`A`, `B3`, `CJ`, with a plural s dropped). After a space more
// is asked, for most words before a number are just words: see designators.cpp.
#pragma once

#include "text/tokenizer.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sitrep {

/// The most words one designator takes.
inline constexpr std::size_t kMaxDesignatorWords = 2;

struct DesignatorWord {
    std::string_view raw;   ///< as written: capitals tell names from words
    std::string_view term;  ///< folded
    Gap gap = Gap::Other;   ///< before it
};

struct Designator {
    std::size_t words = 1;
    std::string term;    ///< joined: `f35a`
    std::string family;  ///< without its variant: `f35`; empty where there is none
};

/// What a word may be in a designator; found once per word type, so that most words cost nothing.
struct DesignatorRole {
    bool begins = false;     ///< more words must follow
    bool continues = false;  ///< may stand after a word that begins
};
DesignatorRole designator_role(std::string_view raw, std::string_view term);

/// The designator at the beginning of `words`, which holds at least one word.
std::optional<Designator> match_designator(std::span<const DesignatorWord> words);

}  // namespace sitrep
