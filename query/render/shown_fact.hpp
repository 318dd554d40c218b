// Facts of hits as people are shown them: printable, and cut where they are endless.
#pragma once

#include "model/hit.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep {

/// Bytes of a headline or a fact that are shown.
inline constexpr std::size_t kLongestShown = 300;
inline constexpr std::string_view kCut = "…";

std::string shown_fact(std::string_view fact);

/// `+4: Outlet, Outlet, ...`: who else printed it.
std::string copies_line(const Hit& hit);

}  // namespace sitrep
