// What --explain shows: how a question was read, and what was searched for it.
#pragma once

#include "model/hit.hpp"
#include "search/query.hpp"

#include <string>

namespace sitrep {

/// The tree, then a line for each word with its terms, its other wordings or its forms.
std::string explain_question(const Query& query);

/// What --explain shows once the database has answered.
std::string explain_search(const HitList& list);

}  // namespace sitrep
