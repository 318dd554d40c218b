#include "store/replacement.hpp"

#include "base/file.hpp"
#include "store/database_folder.hpp"
#include "store/generations.hpp"

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
    if (Result<void> swapped = swap_in(path_, *made, next); !swapped) return swapped;
    remove_leftovers(path_, path_ + "/" + next);
    return {};
}

void Replacement::discard() { static_cast<void>(remove_tree(folder())); }

}  // namespace sitrep
