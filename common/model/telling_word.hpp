// A word that sets some articles apart from the others.
#pragma once

#include <cstdint>
#include <string>

namespace sitrep {

struct TellingWord {
    std::string word;            ///< as those articles mostly write it
    std::string term;            ///< as the index calls it: what finds it again
    std::uint64_t in_these = 0;  ///< of the articles looked at, those that hold it, in any form
    std::uint64_t in_all = 0;    ///< of the whole database, about
    double weight = 0;           ///< compares within one list only
    double emphasis = 1;         ///< of one article on it: 1 + ln of how often it stands there
};

}  // namespace sitrep
