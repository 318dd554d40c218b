#include "store/live_database.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "store/database_folder.hpp"
#include "store/schema.hpp"
#include "store/writer_lock.hpp"
#include "store/xapian_door.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <thread>

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

/// What `open` makes of the live generation; when a writer takes it away meanwhile, of the next.
template <class Open>
auto open_live(const std::string& path, const Open& open)
    -> std::invoke_result_t<Open, const std::string&> {
    Result<std::string> generation = live_generation(path);
    while (generation) {
        auto opened = open(*generation);
        if (opened) return opened;
        Result<std::string> next = live_generation(path);
        if (!next || *next == *generation) return opened.error();
        generation = std::move(next);  // its number only grows
    }
    return generation.error();
}

Result<bool> are_of_one_commit(const std::string& path, const LiveDatabases& live) {
    return through_xapian(path, [&] {
        const std::uint64_t number = schema::commit_number(live.first());
        return std::all_of(live.members.begin(), live.members.end(), [&](const auto& member) {
            return schema::commit_number(member) == number;
        });
    });
}

}  // namespace

Result<Xapian::Database> open_live_database(const std::string& path) {
    return open_live(path, [&](const std::string& generation) {
        return through_xapian(path, [&] { return open_glass(generation); });
    });
}

Result<LiveDatabases> open_live_databases(const std::string& path) {
    return open_live(path, [&](const std::string& /*generation*/) { return open_members(path); });
}

Result<LiveDatabases> open_committed_databases(const std::string& path) {
    constexpr std::chrono::milliseconds kPause{20};
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    for (;;) {
        // Asked first: a writer that ends in between has committed all.
        const bool is_written = WriterLock::is_held(path);
        Result<LiveDatabases> live = open_live_databases(path);
        if (!live || live->members.size() < 2) return live;
        const Result<bool> agree = are_of_one_commit(path, *live);
        if (!agree && agree.error().code != ErrorCode::Overtaken) return agree.error();
        if (agree && (*agree || !is_written)) return live;
        if (std::chrono::steady_clock::now() >= end)
            return Error{ErrorCode::Overtaken, "the shards of " + path + " are being written",
                         "ask again in a moment"};
        std::this_thread::sleep_for(kPause);
    }
}

}  // namespace sitrep
