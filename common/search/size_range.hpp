// What a user writes after `size:`.
#pragma once

#include "search/query.hpp"

#include <optional>
#include <string_view>

namespace sitrep {

/// `500`, `>500`, `>=500`, `<500`, `<=500`, or two numbers with `..` between, either side open;
/// `2k` is 2000. None for anything else, or where nothing can be so large.
std::optional<SizeQuery> parse_size_range(std::string_view text);

}  // namespace sitrep
