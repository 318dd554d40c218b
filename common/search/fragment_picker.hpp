// Which pieces of an article show best why it was found.
#pragma once

#include "search/term_matcher.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace sitrep {

/// A paragraph or heading with what was found in it.
struct MarkedText {
    std::string_view text;
    std::vector<TermMatch> matches;  ///< ascending
    std::size_t offset = 0;          ///< bytes of the article before it
    bool heading = false;
    bool preferred = false;  ///< in a section that the question names
};

/// A piece of one text, without white space at its ends.
struct Fragment {
    std::size_t text = 0;  ///< which of the texts
    ByteRange range;
    bool cut_front = false;  ///< begins inside a sentence
    bool cut_back = false;
    friend bool operator==(const Fragment&, const Fragment&) = default;
};

struct PickedFragments {
    std::vector<Fragment> fragments;  ///< in reading order, disjoint; empty without a match
    std::size_t best_text = 0;        ///< where the best of them stands
};

/// At most `max_fragments` sentences, together about `target_bytes` (at least 40) long: the ones
/// with most different words of the question not yet shown, phrases, words close together, early in
/// the article; those of preferred texts first. What is left of the room goes to the sentences
/// after. A sentence much too long is cut at spaces around its matches. Linear in text and matches.
PickedFragments pick_fragments(const std::vector<MarkedText>& texts, std::size_t word_count,
                               std::size_t max_fragments, std::size_t target_bytes);

/// The first sentences of `text`, about `target_bytes` long.
Fragment opening_of(std::string_view text, std::size_t target_bytes);

}  // namespace sitrep
