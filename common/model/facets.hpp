// What the articles of an answer are, counted: by outlet, section, author, year and designator.
#pragma once

#include "model/index_document.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

enum class Facet : std::uint8_t { Outlet, Section, Author, Year, Designator };

struct FacetRow {
    Facet facet;
    std::string_view name;  ///< as in --facet
    Slot slot;
    bool is_list;  ///< the slot holds pack_names()
};

/// Rows in the order of the enumeration.
inline constexpr std::array<FacetRow, 5> kFacets = {{
    {Facet::Outlet, "outlet", Slot::Outlet, false},
    {Facet::Section, "section", Slot::Section, false},
    {Facet::Author, "author", Slot::Authors, true},
    {Facet::Year, "year", Slot::Date, false},
    {Facet::Designator, "designator", Slot::Designators, true},
}};

constexpr const FacetRow& facet_row(Facet facet) {
    return kFacets[static_cast<std::size_t>(facet)];
}

struct FacetValue {
    std::string name;            ///< as most of the articles write it
    std::uint64_t articles = 0;  ///< that have it
    friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

struct FacetCounts {
    Facet facet = Facet::Outlet;
    std::vector<FacetValue> values;  ///< the most frequent first, of years the latest; at most
                                     ///< kMostFacetValues
    std::uint64_t other_values = 0;  ///< left out of `values`
    std::uint64_t without = 0;       ///< articles that have none
};

inline constexpr std::size_t kMostFacetValues = 100;

/// Bounds of what one article is counted under: hostile ones name thousands.
inline constexpr std::size_t kMostNames = 32;
inline constexpr std::size_t kLongestNameBytes = 100;

/// `name` as it is counted: white space collapsed, cut on a code point at kLongestNameBytes.
std::string facet_name(std::string_view name);

/// Names as one value of a slot; those beyond kMostNames are left out. Empty for none.
std::string pack_names(std::vector<std::string> names);
/// Any bytes are safe; what pack_names() did not write is no names.
std::vector<std::string> unpack_names(std::string_view value);

}  // namespace sitrep
