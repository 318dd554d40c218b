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
    return through_xapian(
        path, [&] { return Xapian::Database(newest, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS); });
}

}  // namespace

Result<OldDatabase> read_old_database(const std::string& path, const std::string& root_id) {
    Result<Xapian::Database> database = open_live_database(path);
    if (!database) database = open_unpublished(path, database.error());
    if (!database) return database.error();
    auto read = through_xapian(path, [&] {
        OldDatabase old;
        old.roots = schema::roots(*database);
        schema::each_file_state(*database, root_id, [&](const std::string& state) {
            if (std::string file = path_in(state); !file.empty())
                old.files[root_id].push_back(std::move(file));
        });
        old.runs = decode_runs(database->get_metadata(schema::kRunsKey));
        old.articles = database->get_doccount();
        if (schema::is_known(*database)) old.articles_of = articles_of(*database, old);
        return old;
    });
    if (!read) return read;
    const Result<std::string> generation = live_generation(path);
    if (generation) read->bytes = tree_bytes(*generation);
    return read;
}

}  // namespace sitrep
