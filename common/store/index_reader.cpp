#include "store/index_reader.hpp"

#include "store/database_contents.hpp"
#include "store/database_folder.hpp"
#include "store/generations.hpp"
#include "store/live_database.hpp"

namespace sitrep {
namespace {

/// What a shard that is built alone remembers of the files of others.
Result<void> add_others(const std::string& path, LiveDatabases& live) {
    const std::string others = path + "/" + kOthersFolder;
    const Result<bool> there = has_database(others);
    if (!there) return there.error();
    if (!*there) return {};
    const Result<Xapian::Database> database = open_live_database(others);
    if (!database) return database.error();
    live.all.add_database(*database);
    live.members.push_back(*database);
    return {};
}

}  // namespace

Result<void> read_index(const std::string& path,
                        const std::function<Result<void>(const Contents&)>& ask) {
    return on_live_databases(path, [&](LiveDatabases live) -> Result<void> {
        if (Result<void> added = add_others(path, live); !added) return added;
        return ask(DatabaseContents(live.all, live.members, path));
    });
}

}  // namespace sitrep
