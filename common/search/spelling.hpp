// "Did you mean": the words of a question that the corpus does not know, as it spells them.
#pragma once

#include "search/query.hpp"
#include "search/term_source.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Whether it is known of a word, by other means than the articles, that it is one.
using WordTest = std::function<bool(const QueryUnit&)>;

/// `question` (whose tree `query` is, analysed) with each word that hardly any article holds
/// replaced by the word of the corpus that is nearest to it: one letter away, or two where the word
/// is long, and far more frequent; in quotes only what no article holds. The signs about a word
/// stay, and so do patterns, names, what is excluded, words that `is_known`, and up to five letters
/// in capitals.
/// The likeliest first; behind it those in which one word is another that is as near, since the
/// words beside it may tell which was meant. None when nothing is better.
std::vector<std::string> suggested_questions(std::string_view question, const Query& query,
                                             TermSource& terms, const WordTest& is_known);

}  // namespace sitrep
