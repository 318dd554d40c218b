#include "store/compaction.hpp"

#include "base/disk_space.hpp"
#include "base/file.hpp"
#include "store/generations.hpp"
#include "store/xapian_door.hpp"

namespace sitrep {

Result<std::string> compact_generation(const std::string& path, const std::string& generation) {
    const std::string next = next_generation(generation);
    const std::string compacted = path + "/" + next + ".tmp";
    if (Result<void> room = check_room(path, tree_bytes(generation), "compact"); !room)
        return room.error();
    if (Result<void> removed = remove_tree(compacted); !removed) return removed.error();
    Result<void> done = through_xapian(path, [&] {
        Xapian::Database(generation).compact(compacted, Xapian::DBCOMPACT_NO_RENUMBER);
    });
    if (done) done = swap_in(path, compacted, next);
    if (done) return path + "/" + next;
    static_cast<void>(remove_tree(compacted));
    return done.error();
}

}  // namespace sitrep
