// One indexer at a time: a lock on `DB/lock` that the kernel drops when its holder dies, with the
// holder's process id in the file for the message.
#pragma once

#include "base/result.hpp"

#include <string>

namespace sitrep {

class WriterLock {
  public:
    /// Locks database folder `path`, which exists. Locked names the holder.
    static Result<WriterLock> acquire(const std::string& path);

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
