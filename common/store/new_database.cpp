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
           name == kBuiltFolder || name == kRebuildFolder || is_generation(name) ||
           name == std::string(kFirstGeneration) + ".tmp";
}

Result<void> create_generation(const std::string& path) {
    const std::string generation = path + "/" + kFirstGeneration;
    const std::string temporary = generation + ".tmp";
    if (Result<void> removed = remove_tree(temporary); !removed) return removed;
    if (Result<void> made = make_private_directory(temporary); !made) return made;
    Result<void> written = through_xapian(path, [&] {
        Xapian::WritableDatabase database(temporary,
                                          Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
        schema::describe(database, AnalyzerConfig::current());
        database.commit();
        database.close();
    });
    if (!written) return written;
    if (Result<void> synced = sync_directory(temporary); !synced) return synced;
    if (std::rename(temporary.c_str(), generation.c_str()) != 0) {
        return io_error("cannot make " + generation, errno);
    }
    return {};
}

}  // namespace

Result<void> refuse_foreign_folder(const std::string& path) {
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(path, failure)) {
        if (is_ours(entry.path().filename().string())) continue;
        return Error{ErrorCode::Database, path + " holds other files and no database",
                     "name a new or empty folder with --db"};
    }
    if (failure) return io_error("cannot read folder " + path, failure.value());
    return {};
}

Result<void> create_database(const std::string& path) {
    if (::chmod(path.c_str(), S_IRWXU) != 0)
        return io_error("cannot make " + path + " private", errno);
    const std::string newest = newest_generation(path);
    const Result<FileInfo> generation = file_info(path + "/" + newest);
    if (!generation) return generation.error();
    if (generation->kind == FileKind::Missing) {
        if (Result<void> made = create_generation(path); !made) return made;
    }
    return publish_generation(path, newest);
}

}  // namespace sitrep
