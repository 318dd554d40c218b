// The ways in which names write their numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// `ii` and `two` for `2` and so on, each for the others: Roman to 20, words from one to
/// twelve. Empty for what is no such number.
std::vector<std::string> other_numbers(std::string_view number);

/// `82d` for `82nd` and the other way round, as the US Army writes its units. `3d` may be a kind of
/// printer, and is no `3rd`.
std::vector<std::string> other_ordinals(std::string_view ordinal);

}  // namespace sitrep
