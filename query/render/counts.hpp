// Facets and timeline as parts of an answer; empty where they were not asked for.
#pragma once

#include "model/hit.hpp"
#include "query/render/renderer.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace sitrep {

/// What stands in front of all counts: the articles counted, every copy of a story included.
std::string counted_text(const HitList& list);
/// A column of names and numbers for each facet; the ten most frequent names.
std::string facets_text(const HitList& list);
/// A bar a period, as long as `style.width` allows, with the number of articles and their share of
/// all articles of that time. More than three empty ones in a row are one line.
std::string timeline_text(const HitList& list, const RenderStyle& style);

/// The words that set the hits apart, in one paragraph.
std::string words_text(const HitList& list, const RenderStyle& style);
/// With what stands in front of them in every format: `Words of the hits: ...`.
std::string words_line(const HitList& list);

/// Adds the keys `terms`, `facets` and `timeline` where they were asked for.
void add_counts(const HitList& list, nlohmann::ordered_json& object);

/// What is said under a timeline: what it leaves out and that it has longer periods than asked for.
std::vector<std::string> timeline_notes(const Timeline& timeline);
/// `2015-04-27`, of a month `2015-04`, of a year `2015`.
std::string bar_label(const Timeline& timeline, const TimelineBar& bar);
/// Share of all articles of that time, in percent.
double bar_percent(const TimelineBar& bar);

}  // namespace sitrep
