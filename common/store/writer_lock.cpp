#include "store/writer_lock.hpp"

namespace sitrep {

Result<WriterLock> WriterLock::acquire(const std::string& path, const LockWait& wait) {
    Result<FileLock> lock =
        FileLock::acquire(path + "/lock", wait, [&path](const std::string& holder) {
            return Error{ErrorCode::Locked, "another sitrep-index" + holder + " is writing " + path,
                         "run again when it has finished"};
        });
    if (!lock) return lock.error();
    return WriterLock(*std::move(lock));
}

bool WriterLock::is_held(const std::string& path) { return FileLock::is_held(path + "/lock"); }

}  // namespace sitrep
