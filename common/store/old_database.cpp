#include "store/old_database.hpp"

#include "base/disk_space.hpp"
#include "base/packed.hpp"
#include "model/file_state.hpp"
#include "store/database_folder.hpp"
#include "store/generations.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

#include <unistd.h>

#include <utility>

namespace sitrep {
namespace {

/// What a file's state begins with, in every version of it.
std::string path_in(const std::string& state) {
    if (state.empty()) return {};
    return Unpacker(state, state.front()).text();
}

std::map<std::string, std::uint64_t> articles_of(const Xapian::Database& database,
                                                 const OldDatabase& old) {
    std::map<std::string, std::uint64_t> articles;
    for (const auto& [id, path] : old.roots) {
        std::uint64_t& count = articles[id];
        schema::each_file_state(database, id, [&count](const std::string& data) {
            if (const Result<FileState> state = decode_file_state(data)) count += state->documents;
        });
    }
    return articles;
}

/// Where the generation that is named is gone, one that is there and was not published may tell.
Result<Xapian::Database> open_unpublished(const std::string& path, const Error& error) {
    const std::string newest = path + "/" + newest_generation(path);
    const Result<std::string> live = live_generation(path);
    if (!live || *live == newest || ::access(live->c_str(), F_OK) == 0) return error;
    return through_xapian(path, [&] { return open_glass(newest); });
}

/// All shards of a set: paths of files that only one remembers must not be lost.
Result<std::vector<Xapian::Database>> open_old(const std::string& path) {
    const Result<std::vector<std::string>> folders = member_folders(path);
    if (!folders) return folders.error();
    std::vector<Xapian::Database> members;
    for (const std::string& folder : *folders) {
        Result<Xapian::Database> database = open_live_database(folder);
        if (!database && folder == path) database = open_unpublished(path, database.error());
        if (!database) return database.error();
        members.push_back(*std::move(database));
    }
    return members;
}

void read_member(const Xapian::Database& database, const std::string& root_id, OldDatabase& old) {
    schema::each_file_state(database, root_id, [&](const std::string& state) {
        if (std::string file = path_in(state); !file.empty())
            old.files[root_id].push_back(std::move(file));
    });
    old.articles += database.get_doccount();
    if (!schema::is_known(database)) old.articles_of.reset();
    if (!old.articles_of) return;
    for (const auto& [id, articles] : articles_of(database, old))
        (*old.articles_of)[id] += articles;
}

}  // namespace

Result<OldDatabase> read_old_database(const std::string& path, const std::string& root_id) {
    const Result<std::vector<Xapian::Database>> members = open_old(path);
    if (!members) return members.error();
    auto read = through_xapian(path, [&] {
        OldDatabase old;
        old.roots = schema::roots(*members);
        old.runs = decode_runs(members->front().get_metadata(schema::kRunsKey));
        old.articles_of.emplace();
        for (const Xapian::Database& member : *members) read_member(member, root_id, old);
        return old;
    });
    if (!read) return read;
    const Result<Stub> stub = read_stub(path);
    if (!stub) return read;
    read->bytes = tree_bytes(path + "/" + stub->generation);
    read->shards = stub->shards;
    return read;
}

}  // namespace sitrep
