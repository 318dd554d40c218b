// One indexer at a time: a lock on `DB/lock`.
#pragma once

#include "base/file_lock.hpp"
#include "base/result.hpp"

#include <string>
#include <utility>

namespace sitrep {

class WriterLock {
  public:
    /// Locks database folder `path`, which exists. Locked names the holder.
    static Result<WriterLock> acquire(const std::string& path, const LockWait& wait = {});

    /// Whether a writer holds it just now.
    static bool is_held(const std::string& path);

  private:
    explicit WriterLock(FileLock lock) : lock_(std::move(lock)) {}
    FileLock lock_;
};

}  // namespace sitrep
