#include "query/render/counts.hpp"
#include "text/date.hpp"

#include <nlohmann/json.hpp>

namespace sitrep {
namespace {

using Json = nlohmann::ordered_json;

Json object_of(const FacetCounts& facet) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values)
        values.push_back({{"name", value.name}, {"articles", value.articles}});
    return {{"values", std::move(values)},
            {"other_values", facet.other_values},
            {"without", facet.without}};
}

Json object_of(const Timeline& timeline) {
    Json bars = Json::array();
    for (const TimelineBar& bar : timeline.bars) {
        bars.push_back(
            {{"first_day", iso_day(bar.first)}, {"articles", bar.articles}, {"of", bar.of}});
    }
    return {{"period", period_name(timeline.period)},
            {"asked_period", period_name(timeline.asked)},
            {"bars", std::move(bars)},
            {"undated", timeline.undated},
            {"earlier", timeline.earlier},
            {"later", timeline.later}};
}

}  // namespace

void add_counts(const HitList& list, Json& object) {
    for (const TellingWord& word : list.words)
        object["terms"].push_back(
            {{"word", word.word}, {"in_hits", word.in_these}, {"in_all", word.in_all}});
    if (!list.facets.empty()) {
        Json facets = Json::object();
        for (const FacetCounts& facet : list.facets)
            facets[std::string(facet_row(facet.facet).name)] = object_of(facet);
        object["facets"] = std::move(facets);
    }
    if (list.timeline) object["timeline"] = object_of(*list.timeline);
}

}  // namespace sitrep
