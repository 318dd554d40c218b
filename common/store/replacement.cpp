#include "store/replacement.hpp"

#include "base/file.hpp"
#include "store/database_folder.hpp"
#include "store/generations.hpp"
#include "store/index_writer.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"

#include <algorithm>

namespace sitrep {
namespace {

/// A database that cannot be read is taken for none.
Result<void> refuse_shard(const std::string& path) {
    const Result<Stub> stub = read_stub(path);
    if (!stub || stub->shards != 0) return {};
    const Result<Xapian::Database> database = open_live_database(path);
    if (!database) return {};
    const auto place = through_xapian(path, [&] { return schema::shard_place(*database, path); });
    if (!place || place->number == 0) return {};
    return Error{ErrorCode::Usage,
                 path + " is shard " + place->text() + " of a set, and cannot be made anew alone",
                 "name the folder that holds the set; or make the shard in a new folder: "
                 "sitrep-index --shard " +
                     place->text() + " --db NEW FOLDER"};
}

bool has_left_build(const std::string& path) {
    const Result<std::vector<std::string>> folders = member_folders(path);
    return folders && std::any_of(folders->begin(), folders->end(), [](const std::string& folder) {
               const Result<FileInfo> build = file_info(folder + "/" + kBuildFolder);
               return build && build->kind != FileKind::Missing;
           });
}

/// What a kill left of a first build is articles and roots of the old database, too: they are
/// published first. Of a damaged one nothing can be.
Result<void> finish_left_build(const std::string& path, const LockWait& wait) {
    if (!has_left_build(path)) return {};
    Result<IndexWriter> writer = IndexWriter::open(path, {}, wait);
    const Result<void> done = writer ? writer->commit() : Result<void>(writer.error());
    return done || done.error().code == ErrorCode::Database ? Result<void>() : done;
}

}  // namespace

Result<Replacement> Replacement::begin(const std::string& path, const LockWait& wait) {
    if (Result<void> whole = refuse_shard(path); !whole) return whole.error();
    if (Result<void> finished = finish_left_build(path, wait); !finished) return finished.error();
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
