#include "store/replacement.hpp"

#include "base/file.hpp"
#include "store/database_folder.hpp"
#include "store/generations.hpp"

#include <cerrno>
#include <cstdio>

namespace sitrep {

Result<Replacement> Replacement::begin(const std::string& path, const LockWait& wait) {
    Result<WriterLock> lock = WriterLock::acquire(path, wait);
    if (!lock) return lock.error();
    const Result<std::string> live = live_generation(path);
    if (!live) return live.error();
    Replacement replacement(path, *std::move(lock));
    // Of a database whose live generation is gone, whatever else there is may be the last of it.
    const Result<FileInfo> there = file_info(*live);
    if (!there) return there.error();
    if (there->kind != FileKind::Missing) remove_leftovers(path, *live);
    replacement.discard();
    return replacement;
}

std::string Replacement::folder() const { return path_ + "/" + kRebuildFolder; }

Result<void> Replacement::publish() {
    const Result<std::string> made = live_generation(folder());
    if (!made) return made.error();
    const Result<std::string> live = live_generation(path_);
    if (!live) return live.error();
    const std::string next = next_generation(newer(*live, newest_generation(path_)));
    if (Result<void> synced = sync_tree(*made); !synced) return synced;
    if (std::rename(made->c_str(), (path_ + "/" + next).c_str()) != 0)
        return io_error("cannot make " + path_ + "/" + next, errno);
    if (Result<void> published = publish_generation(path_, next); !published) return published;
    remove_leftovers(path_, path_ + "/" + next);
    return {};
}

void Replacement::discard() { static_cast<void>(remove_tree(folder())); }

}  // namespace sitrep
