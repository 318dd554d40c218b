// Words that belong together, read as one: hyphenated words, designators, numbers with what they
// count, contract numbers. Internal to common/text.
//
// A compound never takes words away: `co-operation` is two words, and besides `cooperation` on
// both. So a phrase finds its words however they are joined, and a name is found as a name.
#pragma once

#include "text/name.hpp"

#include <cstddef>

namespace sitrep {

/// Whether `gap` ties words into a chain: a dash, a slash, an ampersand, parentheses inside a word.
constexpr bool is_tie(Gap gap) {
    return gap == Gap::Dash || gap == Gap::Slash || gap == Gap::Ampersand || gap == Gap::Open ||
           gap == Gap::Close || gap == Gap::Times;
}

/// The names of `words`: a chain of tied words, perhaps with words after spaces that a name may
/// take in too (at most kMaxNameWords of them; of a longer chain the names of its beginning).
/// Returns how many words are dealt with: the whole chain, and those after spaces that belong to
/// its last name. `names` is emptied first; each lies inside the words dealt with.
std::size_t read_compound(NameWords words, Names& names);

}  // namespace sitrep
