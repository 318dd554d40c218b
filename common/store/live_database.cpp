#include "store/live_database.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "store/database_folder.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

namespace sitrep {

namespace {

Error incomplete(const std::string& path, const std::string& why) {
    return {ErrorCode::Database, path + " is no whole set: " + why,
            "bring back the folder as it was, or make the set anew: sitrep-index --db " +
                shell_quoted(path) + " --rebuild"};
}

/// Adds the shard `place` of the set `set`, or, where it is none, the database that `set` is.
Result<void> add_member(const std::string& set, const std::string& folder, const ShardPlace& place,
                        LiveDatabases& live) {
    if (place.number != 0) {
        const Result<bool> there = has_database(folder);
        if (!there) return there.error();
        if (!*there) return incomplete(set, "shard " + place.text() + " is not at " + folder);
    }
    Result<Xapian::Database> database = open_live_database(folder);
    if (!database) return database.error();
    return through_xapian(set, [&]() -> Result<void> {
        if (const auto config = schema::check(*database, set); !config) return config.error();
        const Result<ShardPlace> found = schema::shard_place(*database, set);
        if (!found) return found.error();
        if (place.number != 0 && *found != place) {
            const std::string text = found->text();
            return incomplete(set, folder + " holds " +
                                       (text.empty() ? "no shard" : "shard " + text) + ", not " +
                                       place.text());
        }
        live.all.add_database(*database);
        live.members.push_back(*database);
        live.paths.push_back(folder);
        return {};
    });
}

Result<LiveDatabases> open_members(const std::string& path) {
    const Result<std::vector<std::string>> folders = member_folders(path);
    if (!folders) return folders.error();
    const auto count = static_cast<unsigned>(folders->size());
    LiveDatabases live;
    for (unsigned i = 0; i < count; ++i) {
        const ShardPlace place = count == 1 ? ShardPlace() : ShardPlace{i + 1, count};
        Result<void> added = add_member(path, (*folders)[i], place, live);
        if (!added) return added.error();
    }
    return live;
}

}  // namespace

Result<Xapian::Database> open_live_database(const std::string& path) {
    Result<std::string> generation = live_generation(path);
    while (generation) {
        Result<Xapian::Database> database = through_xapian(path, [&] {
            return Xapian::Database(*generation, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
        });
        if (database) return database;
        Result<std::string> next = live_generation(path);
        if (!next || *next == *generation) return database.error();
        generation = std::move(next);  // its number only grows
    }
    return generation.error();
}

Result<LiveDatabases> open_live_databases(const std::string& path) {
    Result<std::string> generation = live_generation(path);
    while (generation) {
        Result<LiveDatabases> live = open_members(path);
        if (live) return live;
        Result<std::string> next = live_generation(path);
        if (!next || *next == *generation) return live.error();
        generation = std::move(next);  // its number only grows
    }
    return generation.error();
}

}  // namespace sitrep
