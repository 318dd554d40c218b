#include "store/facets.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using Values = std::vector<FacetValue>;

TEST_CASE("facets: spellings of one name are one value, under the most frequent of them") {
    MatchCounts counts;
    counts.articles = 10;
    counts.slots[Slot::Outlet] = {{"Defense News", 3}, {"DEFENSE NEWS", 1}, {"Janes", 4}};
    counts.slots[Slot::Designators] = {{pack_names({"F-35", "F35"}), 2},
                                       {pack_names({"F-35", "P-8A"}), 1}};
    const FacetCounts outlets = facet_counts(Facet::Outlet, counts);
    CHECK(outlets.values == Values{{"Defense News", 4}, {"Janes", 4}});
    CHECK(outlets.without == 2);
    const FacetCounts designators = facet_counts(Facet::Designator, counts);
    CHECK(designators.values == Values{{"F-35", 3}, {"P-8A", 1}});
    CHECK(designators.without == 7);
    counts.slots[Slot::Designators] = {{pack_names({"SS-N-22"}), 2}, {pack_names({"SSN-22"}), 1}};
    CHECK(facet_counts(Facet::Designator, counts).values.size() == 2);
    counts.slots[Slot::Designators] = {{pack_names({"GPS III"}), 2}, {pack_names({"GPS-III"}), 1},
                                       {pack_names({"MQ-9-B"}), 1},  {pack_names({"MQ-9B"}), 4},
                                       {pack_names({"W76-2"}), 1},   {pack_names({"W-762"}), 1}};
    CHECK(facet_counts(Facet::Designator, counts).values ==
          Values{{"MQ-9B", 5}, {"GPS III", 3}, {"W-762", 1}, {"W76-2", 1}});
}

TEST_CASE("facets: years are the latest first, whatever their counts") {
    MatchCounts counts;
    counts.articles = 9;
    counts.slots[Slot::Date] = {{"20150427", 3}, {"20151231", 4}, {"20160101", 1}};
    const FacetCounts years = facet_counts(Facet::Year, counts);
    CHECK(years.values == Values{{"2016", 1}, {"2015", 7}});
    CHECK(years.without == 1);
}

TEST_CASE("facets: values beyond the bound are counted, not named") {
    MatchCounts counts;
    counts.articles = 500;
    for (int i = 0; i < 250; ++i)
        counts.slots[Slot::Outlet].emplace_back("o" + std::to_string(i), 2);
    const FacetCounts outlets = facet_counts(Facet::Outlet, counts);
    CHECK(outlets.values.size() == kMostFacetValues);
    CHECK(outlets.other_values == 250 - kMostFacetValues);
    CHECK(outlets.without == 0);
}
