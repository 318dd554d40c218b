// One indexer at a time: a lock on `DB/lock` that the kernel drops when its holder dies, with the
// holder's process id in the file for the message.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace sitrep {

/// How long to wait for another indexer to end.
struct LockWait {
    std::chrono::seconds time{0};  ///< 0: not at all
    /// Asked now and then; true ends the waiting.
    std::function<bool()> interrupted = {};
};

class WriterLock {
  public:
    /// Locks database folder `path`, which exists. Locked names the holder.
    static Result<WriterLock> acquire(const std::string& path, const LockWait& wait = {});

    /// Whether a writer holds it just now.
    static bool is_held(const std::string& path);

    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;
    ~WriterLock();

  private:
    explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace sitrep
