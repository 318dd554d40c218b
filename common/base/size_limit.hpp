// The error of what is larger than it may be.
#pragma once

#include "base/error.hpp"

#include <cstdint>

namespace sitrep {

/// TooLarge, with the option of sitrep-index that raises `limit`.
Error too_large(std::uint64_t limit);

}  // namespace sitrep
