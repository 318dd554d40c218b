// What is said of an answer as a whole, and of a hit's day, in every format for people.
#pragma once

#include "model/hit.hpp"

#include <string>

namespace sitrep {

/// `345 articles, shown 1 to 10`
std::string summary_text(const HitList& list);

/// What was relaxed: shown with the hits, since they are not what the words alone would say. One
/// line, printable(); empty where every article holds all the words.
std::string relaxation_text(const HitList& list);

/// The day as the article prints it, `undated` without one; what else stands there, as it is.
std::string shown_day(const std::string& published);

}  // namespace sitrep
