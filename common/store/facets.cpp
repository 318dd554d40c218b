#include "store/facets.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kYearDigits = 4;

/// What spellings of one name have in common.
std::string key_of(Facet facet, std::string_view name) {
    std::string lower = ascii_lower(name);
    if (facet != Facet::Designator) return lower;
    std::string key;
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const bool parts = (lower[i] == '-' || lower[i] == ' ') && i > 0 && i + 1 < lower.size();
        if (!parts) {
            key += lower[i];
        } else if (is_ascii_digit(lower[i - 1]) == is_ascii_digit(lower[i + 1])) {
            key += '-';  // SS-N-22 is no SSN-22, W76-2 no W762
        }
    }
    return key;
}

/// A name in all its spellings.
struct Merged {
    std::uint64_t articles = 0;
    std::string best_spelling = {};
    std::uint64_t best_articles = 0;  ///< that spell it so
};

/// Counts names; what they have in common is looked at once for each spelling, not for each value.
class Merger {
  public:
    explicit Merger(Facet facet) : facet_(facet) {}

    /// An article counts once for a name, however many spellings of it it has.
    void add(const std::string& value, std::uint64_t articles) {
        std::vector<std::size_t> seen;
        for (std::string& name : names_in(facet_, value)) {
            Spelling& spelling = spelling_of(std::move(name));
            spelling.articles += articles;
            if (std::find(seen.begin(), seen.end(), spelling.merged) != seen.end()) continue;
            merged_[spelling.merged].articles += articles;
            seen.push_back(spelling.merged);
        }
    }

    std::vector<FacetValue> values() && {
        for (const auto& [name, spelling] : spellings_) {
            Merged& merged = merged_[spelling.merged];
            const bool is_better = spelling.articles != merged.best_articles
                                       ? spelling.articles > merged.best_articles
                                       : name < merged.best_spelling;
            if (!is_better) continue;
            merged.best_articles = spelling.articles;
            merged.best_spelling = name;
        }
        std::vector<FacetValue> values;
        for (Merged& one : merged_) values.push_back({std::move(one.best_spelling), one.articles});
        return values;
    }

  private:
    struct Spelling {
        std::uint64_t articles = 0;
        std::size_t merged = 0;  ///< its place in merged_
    };

    static std::vector<std::string> names_in(Facet facet, const std::string& value) {
        if (facet_row(facet).is_list) return unpack_names(value);
        return {facet == Facet::Year ? value.substr(0, kYearDigits) : value};
    }

    Spelling& spelling_of(std::string name) {
        const auto known = spellings_.find(name);
        if (known != spellings_.end()) return known->second;
        const auto [at, is_new] = places_.try_emplace(key_of(facet_, name), merged_.size());
        if (is_new) merged_.emplace_back();
        return spellings_.emplace(std::move(name), Spelling{0, at->second}).first->second;
    }

    Facet facet_;
    std::vector<Merged> merged_;
    std::unordered_map<std::string, std::size_t> places_;  ///< of keys in merged_
    std::unordered_map<std::string, Spelling> spellings_;
};

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
    Merger merger(facet);
    for (const auto& [value, articles] : counts.slots.at(facet_row(facet).slot)) {
        merger.add(value, articles);
        out.without -= std::min(out.without, articles);
    }
    out.values = std::move(merger).values();
    put_in_order(facet, out.values);
    if (out.values.size() > kMostFacetValues) {
        out.other_values = out.values.size() - kMostFacetValues;
        out.values.resize(kMostFacetValues);
    }
    return out;
}

}  // namespace sitrep
