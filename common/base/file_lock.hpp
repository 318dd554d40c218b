// A lock on a file that the kernel drops when its holder dies, with the holder's process id in the
// file for the message.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace sitrep {

/// How long to wait for another holder to end.
struct LockWait {
    std::chrono::seconds time{0};  ///< 0: not at all
    /// Asked now and then; true ends the waiting.
    std::function<bool()> interrupted = {};
};

class FileLock {
  public:
    /// Locks `file`, which is made where it is not there. Where another holds it, fails with what
    /// `held` makes of ` (process N)`, or of nothing where that is not known.
    static Result<FileLock> acquire(const std::string& file, const LockWait& wait,
                                    const std::function<Error(const std::string& holder)>& held);

    /// Whether someone holds it just now.
    static bool is_held(const std::string& file);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

  private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace sitrep
