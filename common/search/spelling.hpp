// "Did you mean": the words of a question that the corpus does not know, as it spells them.
#pragma once

#include "search/query.hpp"
#include "search/term_source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// `question` (whose tree `query` is, analysed) with each word that hardly any article holds
/// replaced by the word of the corpus that is nearest to it: one letter away, or two where the word
/// is long, and far more frequent. Words in quotes, patterns, names and what is excluded stay.
/// The likeliest first; behind it those in which one word is another that is as near, since the
/// words beside it may tell which was meant. None when nothing is better.
std::vector<std::string> suggested_questions(std::string_view question, const Query& query,
                                             TermSource& terms);

}  // namespace sitrep
