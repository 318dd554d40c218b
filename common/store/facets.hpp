// From counted values to what is shown of a facet. Included by this folder only.
#pragma once

#include "model/facets.hpp"
#include "store/match_counts.hpp"

namespace sitrep {

/// `counts` must hold the facet's slot. Spellings that differ in case alone, of designators also in
/// dashes and blanks, are one value.
FacetCounts facet_counts(Facet facet, const MatchCounts& counts);

}  // namespace sitrep
