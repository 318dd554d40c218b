// A piece of our own work, done by a copy of this process: where it may crash, the crash is told
// and costs no more.
#pragma once

#include "base/result.hpp"
#include "indexer/worker/process.hpp"

#include <functional>
#include <optional>

namespace sitrep {

struct CallEnding {
    std::optional<int> answer;  ///< none: it did not come to its end
    Ending ending;
};

/// Forks, and has the child do `work`, which returns an exit code. No other thread may run. A
/// signal that `signal` tells of is handed on to the child. Fails with Io when there can be no
/// child.
Result<CallEnding> call_in_child(const std::function<int()>& work,
                                 const std::function<int()>& signal);

}  // namespace sitrep
