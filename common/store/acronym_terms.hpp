// Reads the acronyms that articles define: see model/acronyms.hpp. Included by this folder only;
// throws what Xapian throws.
#pragma once

#include "model/acronyms.hpp"

#include <xapian.h>

#include <string_view>
#include <vector>

namespace sitrep::acronym_terms {

/// Meanings of `acronym`, or of all where it is empty; by frequency, then by their letters.
std::vector<AcronymMeaning> meanings_of(const Xapian::Database& database, std::string_view acronym);

/// Acronyms of `words`; ordered likewise.
std::vector<AcronymMeaning> acronyms_of(const Xapian::Database& database, std::string_view words);

/// The same of all long forms that begin so.
std::vector<AcronymMeaning> long_forms_from(const Xapian::Database& database,
                                            std::string_view beginning);

}  // namespace sitrep::acronym_terms
