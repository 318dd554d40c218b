// What is said of an answer as a whole, and of a hit's day, in every format for people.
#pragma once

#include "model/hit.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// `345 articles, shown 1 to 10`
std::string summary_text(const HitList& list);

/// What was relaxed: shown with the hits, since they are not what the words alone would say. One
/// line, printable(); empty where every article holds all the words.
std::string relaxation_text(const HitList& list);

/// `NAME: 2 new, 1 changed` of a watch.
std::string news_text(std::string_view watch, const HitList& list);

/// `new`, `changed` or `gone`; empty of what is no news.
std::string_view change_word(Change change);

/// The day as the article prints it, `undated` without one; what else stands there, as it is.
std::string shown_day(const std::string& published);

}  // namespace sitrep
