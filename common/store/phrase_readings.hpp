// The ways in which a phrase may stand in a text, as rows of terms at positions one after the
// other. Included by this folder only.
//
// A name stands at each position of its words, however many these are: `F35` one, `F-35` two. So
// the phrase `the f35 program` is looked for as `the f35 program`, `the f35 f35 program` and so on;
// at the ends of a phrase once is enough. Words that have hyphens somewhere in the database
// (kJoinedPrefix) may stand on several positions likewise.
//
// No phrase that stands in a text is missed. What may be found besides, for positions do not tell
// where a name ends: a name, and behind it one of the name's own last words (`f-35a c` in
// `F-35A/B/C`); a name that stands twice side by side, where the phrase has it once.
#pragma once

#include "search/query.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace sitrep {

using PhraseReading = std::vector<std::string>;

/// Readings of `units` side by side under a field's prefix, those with a term the database does not
/// hold left out; at most 64, the likelier first.
std::vector<PhraseReading> phrase_readings(const std::vector<QueryUnit>& units,
                                           const std::string& prefix,
                                           const Xapian::Database& database);

}  // namespace sitrep
