// The dateline that running text begins with: where a story was filed, by which agency, and when.
//
//   dateline = place [region...] [day] [note] dash         "BEIRUT, Lebanon, May 3 (AP) —"
//            | place [region...] note                      "CORAL SEA (June 18, 2015) The Nimitz"
//   place    = town {"/" town}                             "LONDON/NEW YORK", "ABOARD USS NIMITZ"
//   town     = 1 to 8 words in capitals; particles may be small ("RIO de JANEIRO", "McLEAN"), and a
//              hull number may follow ("(CVN 76)"); or capitalized words, when a region, a day or
//              an agency follows ("Kabul, Afghanistan –")
//   region   = "," 1 to 4 capitalized words, at most two   ", Va.", ", South Korea"
//   day      = "," a day with its month, with or without a year
//   note     = "(" agency or day, or both ")" | "/" agency "/"
//   dash     = "—" | "–" | "―" | "--" | "-" beside a space
//
// What follows begins with a capital, a figure or a quotation mark, or else an agency or a day
// makes it sure.
#pragma once

#include "model/article.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

struct Dateline {
    std::string place;       ///< with its regions, as printed; empty when there is no dateline
    std::string agency;      ///< "AP", "Reuters", "NNS"
    std::optional<Day> day;  ///< when it is printed with its year

    bool empty() const { return place.empty(); }
};

/// The dateline that `paragraph` begins with; an empty one when it begins otherwise. Reads no more
/// than its first 200 bytes.
Dateline find_dateline(std::string_view paragraph);

}  // namespace sitrep
