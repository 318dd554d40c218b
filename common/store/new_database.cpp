#include "store/new_database.hpp"

#include "base/file.hpp"
#include "store/database_folder.hpp"
#include "store/generations.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

namespace sitrep {
namespace {

/// What may lie in a database folder before its first generation is published, or while another
/// indexer publishes it.
bool is_ours(const std::string& name) {
    return name == "lock" || name == "XAPIANDB" || name == "XAPIANDB.tmp" || name == kBuildFolder ||
           name == kBuiltFolder || name == kRebuildFolder || name == kOthersFolder ||
           is_generation(name) || name == std::string(kFirstGeneration) + ".tmp";
}

Result<void> make_generation(const std::string& path, const ShardPlace& place) {
    Result<void> written = through_xapian(path, [&] {
        Xapian::WritableDatabase database(path,
                                          Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
        schema::describe(database, AnalyzerConfig::current(), place);
        database.commit();
        database.close();
    });
    return written ? sync_directory(path) : written;
}

Result<void> make_shards(const std::string& path, unsigned count) {
    for (unsigned number = 1; number <= count; ++number) {
        const std::string folder = shard_folder(path, number);
        if (Result<void> made = make_private_directory(folder); !made) return made;
        if (Result<void> made = create_database(folder, {number, count}); !made) return made;
    }
    return sync_directory(path);
}

/// Publishes the newest generation of `path`; where there is none, one that `make` makes in a
/// folder.
template <class Make>
Result<void> create(const std::string& path, const Make& make) {
    if (::chmod(path.c_str(), S_IRWXU) != 0)
        return io_error("cannot make " + path + " private", errno);
    const std::string newest = newest_generation(path);
    const std::string generation = path + "/" + newest;
    const Result<FileInfo> there = file_info(generation);
    if (!there) return there.error();
    if (there->kind != FileKind::Missing) return publish_generation(path, newest);
    const std::string temporary = generation + ".tmp";
    if (Result<void> removed = remove_tree(temporary); !removed) return removed;
    if (Result<void> made = make_private_directory(temporary); !made) return made;
    if (Result<void> made = make(temporary); !made) return made;
    if (std::rename(temporary.c_str(), generation.c_str()) != 0)
        return io_error("cannot make " + generation, errno);
    return publish_generation(path, newest);
}

}  // namespace

Result<void> refuse_foreign_folder(const std::string& path) {
    std::error_code failure;
    std::filesystem::directory_iterator entry(path, failure);
    for (; !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
        if (is_ours(entry->path().filename().string())) continue;
        return Error{ErrorCode::Database, path + " holds other files and no database",
                     "name a new or empty folder with --db"};
    }
    if (failure) return io_error("cannot read folder " + path, failure.value());
    return {};
}

Result<void> create_database(const std::string& path, const ShardPlace& place) {
    return create(path, [&](const std::string& made) { return make_generation(made, place); });
}

Result<void> create_set(const std::string& path, unsigned count) {
    return create(path, [&](const std::string& made) { return make_shards(made, count); });
}

}  // namespace sitrep
