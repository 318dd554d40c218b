// What --acronyms prints.
#pragma once

#include "base/result.hpp"
#include "search/vocabulary.hpp"
#include "store/searcher.hpp"

#include <string>

namespace sitrep {

/// A line a meaning, the most frequent first: the acronym, a tab, how many articles define it so, a
/// tab, the long form. `words` is an acronym or a long form, or empty for all that the articles
/// define. Behind these, with a 0, what only the vocabulary knows and some article holds.
Result<std::string> acronym_list(const std::string& words, Searcher& searcher,
                                 Vocabulary& vocabulary);

}  // namespace sitrep
