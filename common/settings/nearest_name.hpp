// What a mistyped name was probably meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The name that differs in the fewest letters (left out, added, other, or two in the wrong order),
/// the first of equals; empty when none is near.
std::string nearest_name(std::string_view given, const std::vector<std::string>& names);

}  // namespace sitrep
