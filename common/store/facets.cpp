#include "store/facets.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <unordered_map>

namespace sitrep {
namespace {

constexpr std::size_t kYearDigits = 4;

/// What spellings of one name have in common.
std::string key_of(Facet facet, std::string_view name) {
    std::string key = ascii_lower(name);
    if (facet == Facet::Designator) std::erase_if(key, [](char c) { return c == '-' || c == ' '; });
    return key;
}

struct Merged {
    std::unordered_map<std::string, std::uint64_t> spellings;
    std::uint64_t articles = 0;

    std::string best_spelling() const {
        const auto best =
            std::max_element(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
                return a.second != b.second ? a.second < b.second : a.first > b.first;
            });
        return best->first;
    }
};

std::vector<std::string> names_in(Facet facet, const std::string& value) {
    if (facet_row(facet).is_list) return unpack_names(value);
    return {facet == Facet::Year ? value.substr(0, kYearDigits) : value};
}

/// An article counts once for a name, however many spellings of it it has.
void add_value(Facet facet, const std::string& value, std::uint64_t articles,
               std::unordered_map<std::string, Merged>& merged) {
    std::vector<std::string> seen;
    for (std::string& name : names_in(facet, value)) {
        std::string key = key_of(facet, name);
        Merged& into = merged[key];
        into.spellings[std::move(name)] += articles;
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        into.articles += articles;
        seen.push_back(std::move(key));
    }
}

void put_in_order(Facet facet, std::vector<FacetValue>& values) {
    std::sort(values.begin(), values.end(), [facet](const FacetValue& a, const FacetValue& b) {
        if (facet == Facet::Year) return a.name > b.name;
        return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
    });
}

}  // namespace

FacetCounts facet_counts(Facet facet, const MatchCounts& counts) {
    FacetCounts out;
    out.facet = facet;
    out.without = counts.articles;
    std::unordered_map<std::string, Merged> merged;
    for (const auto& [value, articles] : counts.slots.at(facet_row(facet).slot)) {
        add_value(facet, value, articles, merged);
        out.without -= std::min(out.without, articles);
    }
    for (const auto& [key, name] : merged)
        out.values.push_back({name.best_spelling(), name.articles});
    put_in_order(facet, out.values);
    if (out.values.size() > kMostFacetValues) {
        out.other_values = out.values.size() - kMostFacetValues;
        out.values.resize(kMostFacetValues);
    }
    return out;
}

}  // namespace sitrep
