// What --explain shows: how a question was read, and what was searched for it.
#pragma once

#include "model/hit.hpp"
#include "search/query.hpp"

#include <string>

namespace sitrep {

/// The tree, then a line for each word with its terms, its other wordings or its forms.
std::string explain_question(const Query& query);

/// How long the parts of a question took before it was searched, in milliseconds.
struct QuestionTimes {
    double parse_ms = 0;
    double words_ms = 0;  ///< its terms, forms and other wordings
};

/// What --explain shows once the database has answered; its last line are the times.
std::string explain_search(const HitList& list, const QuestionTimes& times);

}  // namespace sitrep
