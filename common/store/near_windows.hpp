// Words near one another, as windows over positions. Included by this folder only.
//
// Each operand may stand in a text as one place or several (store/phrase_readings): a name written
// as two words begins at one place and ends at another, and what stands near it stands near its
// nearer end. So the operands are put side by side in every order that is asked for, as phrases
// with room between. Between single words, names and patterns this finds what a scan of the texts'
// tokens finds. Room cannot be kept out of a quoted phrase: its words stand in order in the window,
// and the phrase somewhere in the article.
#pragma once

#include "search/query.hpp"
#include "store/known_terms.hpp"

#include <xapian.h>

#include <string>

namespace sitrep {

/// Finds the articles in which the operands stand near one another under a field's prefix; what it
/// weighs means nothing. Questions of too many are refused before: search/query_excess. Where names
/// are read in several ways there may be more of them still, and 1,024 at most are looked for.
Xapian::Query near_windows(const NearQuery& near, const std::string& prefix,
                           const KnownTerms& terms);

}  // namespace sitrep
