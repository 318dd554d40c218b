// What stands before the number of a designator: F, F/A, MH/HH, AN/SPY, T-AO, SS-N, 9K. Internal to
// common/text.
#pragma once

#include "text/name.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sitrep {

/// What stands before the number.
struct DesignatorPrefix {
    std::string joined;                ///< `fa` of F/A-18
    std::vector<std::string> members;  ///< `mh`, `hh` of MH/HH-60
    std::vector<std::string> aliases;  ///< `f` of F/A-18: found by it, not the same
    std::size_t words = 0;             ///< that it takes whole
    std::size_t bytes = 0;             ///< of the next word
    bool is_upgraded_name = false;     ///< `leopard` of Leopard 2A8
};

/// The prefix at the beginning of `words`; a number follows it, though perhaps none that is one of
/// a designator.
std::optional<DesignatorPrefix> read_designator_prefix(NameWords words);

/// `mark` and `mk` are `mk`.
std::string_view canonical_prefix(std::string_view letters);

}  // namespace sitrep
