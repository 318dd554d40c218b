// Words of Han characters. Internal to common/text.
#pragma once

#include <string_view>
#include <vector>

namespace sitrep {

/// The dictionaries make one word of what readers ask for by its parts: 軍事演習 (military
/// exercise) is asked for as 演習 too. Every two characters side by side of a word of three to six,
/// as slices of it; none of other words.
std::vector<std::string_view> han_pairs(std::string_view word);

}  // namespace sitrep
