// How a question is to be answered.
#pragma once

#include "model/article.hpp"
#include "model/facets.hpp"
#include "model/fields.hpp"
#include "model/timeline.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

/// What a match in each field adds to a plain word's weight, as a share of its own: see FieldRow.
using FieldBoosts = std::array<double, kFieldCount>;

constexpr FieldBoosts default_boosts() {
    FieldBoosts boosts = {};
    for (const FieldRow& row : kFields) boosts[static_cast<std::size_t>(row.field)] = row.boost;
    return boosts;
}

/// New articles before old ones: an article of `today` gains half of what the best match weighs,
/// and with each half-life of its age half of that. Undated articles gain nothing.
struct Recency {
    int half_life = 0;  ///< days, in [1, kLongestHalfLife]
    Day today;
};
inline constexpr int kLongestHalfLife = 3650;

/// Articles drawn at random from all that match, none of them twice.
struct Sample {
    std::uint64_t size = 0;  ///< in [1, kLargestSample]
    std::uint64_t seed = 0;  ///< the same one draws the same articles
};
inline constexpr std::uint64_t kLargestSample = 10'000;

enum class SortOrder {
    Relevance,
    Newest,  ///< the day of publication; articles without one come last
    Oldest,  ///< likewise
};

struct SearchOptions {
    std::uint64_t offset = 0;
    std::uint64_t limit = 10;
    SortOrder sort = SortOrder::Relevance;
    bool snippets = true;  ///< off: hits come without snippets and highlights, and cost less
    bool exact_total =
        false;  ///< count every match, however many; otherwise large totals may be estimates
    FieldBoosts boosts = default_boosts();
    /// How many of the best articles to learn further words from; 0: none.
    std::uint64_t feedback = 0;
    std::optional<Recency> recency = std::nullopt;
    bool fold_copies = false;             ///< copies of an article are one hit
    std::vector<Facet> facets = {};       ///< to count all matches by; the total is exact then
    std::optional<Period> timeline = {};  ///< to count all matches by; the total is exact then

    /// Hits are these alone, in their order, copies not folded; `offset` and `limit` play no part.
    /// The total stays that of all that match, and is exact.
    std::optional<Sample> sample = {};
    std::string without = {};  ///< the unique term of an article that is no hit; empty: none

    /// Where few articles hold every word, those that hold some follow.
    bool fill_up = true;

    bool counts_matches() const { return !facets.empty() || timeline.has_value(); }
    /// What is counted, drawn or put in the order of days is of articles with every word, as long
    /// as there is one: nobody sees there which are the others.
    bool fills_up() const {
        return fill_up && limit > 0 && sort == SortOrder::Relevance && !counts_matches() && !sample;
    }
};

}  // namespace sitrep
