// The names of months as articles print them in other languages than English.
#pragma once

#include <optional>
#include <string_view>

namespace sitrep {

/// 1..12 for a month's name or usual short form ("septembre", "März", "сентября"), without the
/// point behind it: ASCII capitals are lowered, other letters must be small. English is the date
/// reader's own.
std::optional<int> foreign_month(std::string_view word);

}  // namespace sitrep
