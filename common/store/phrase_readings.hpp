// The ways in which a phrase may stand in a text, as rows of terms at positions one after the
// other. Included by this folder only.
//
// A name may have been written as any number of words: `F35` is one, `F-35` two. Where it is one
// its term has that position; where it is more the index says where it begins, goes on and ends
// (kSpanStartPrefix and its like). So `the f35 program` is looked for as `the f35 program`, as
// `the [f35 f35] program`, as `the [f35 . f35] program` and so on; at the ends of a phrase only
// where it ends or begins is asked for. What is found is what a scan of the texts' tokens finds, no
// more, and no less while the phrase has no more readings than are looked for.
#pragma once

#include "search/query.hpp"
#include "store/known_terms.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace sitrep {

struct PhraseReading {
    std::vector<std::string> places;  ///< terms side by side
    std::vector<std::string> names;   ///< what they stand for, which is what they weigh
};

/// On which sides something else is asked for next to the units: there it matters where a name
/// ends.
struct Neighbours {
    bool before = false;
    bool after = false;
};

/// Readings of `units` side by side under a field's prefix, those with a term the database does not
/// hold left out; at most 256, the likelier first.
std::vector<PhraseReading> phrase_readings(const std::vector<QueryUnit>& units,
                                           const std::string& prefix, const KnownTerms& terms,
                                           Neighbours outside = {});

}  // namespace sitrep
