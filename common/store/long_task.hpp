// How something that takes minutes tells how far it is, and is stopped.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace sitrep {

/// Told now and then that `done` of `total` (0: nobody knows how many) `what` are done; false stops
/// the task.
using Progress =
    std::function<bool(std::string_view what, std::uint64_t done, std::uint64_t total)>;

/// Thrown where a Progress said no; caught by the task's own function.
struct Stopped {};

}  // namespace sitrep
