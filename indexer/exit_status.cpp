#include "indexer/exit_status.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// A code not in the list is a signal's: the gravest.
int gravity(int code) {
    constexpr std::array<int, 7> kAscending = {0, 1, kNotTold, 2, 4, 3, 75};
    const auto* at = std::find(kAscending.begin(), kAscending.end(), code);
    return static_cast<int>(at - kAscending.begin());
}

}  // namespace

void ExitStatus::raise(int code) {
    if (gravity(code) > gravity(code_)) code_ = code;
}

}  // namespace sitrep
