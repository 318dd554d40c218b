#include "store/index_reader.hpp"

#include "store/database_contents.hpp"
#include "store/database_folder.hpp"
#include "store/generations.hpp"
#include "store/live_database.hpp"

#include <utility>

namespace sitrep {

struct IndexReader::State {
    State(LiveDatabases opened, const std::string& path)
        : live(std::move(opened)), contents(live.all, live.members, path) {}
    LiveDatabases live;
    DatabaseContents contents;
};

IndexReader::IndexReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

Result<IndexReader> IndexReader::open(const std::string& path) {
    Result<LiveDatabases> live = open_live_databases(path);
    if (!live) return live.error();
    // What a shard that is built alone remembers of the files of others.
    const std::string others = path + "/" + kOthersFolder;
    const Result<bool> there = has_database(others);
    if (!there) return there.error();
    if (*there) {
        Result<Xapian::Database> database = open_live_database(others);
        if (!database) return database.error();
        live->all.add_database(*database);
        live->members.push_back(*database);
    }
    return IndexReader(std::make_unique<State>(*std::move(live), path));
}

const Contents& IndexReader::contents() const { return state_->contents; }

Result<void> IndexReader::read(const std::function<Result<void>(const Contents&)>& ask) {
    constexpr int kTries = 5;
    Result<void> done = ask(state_->contents);
    for (int tries = 1; tries < kTries && !done && done.error().code == ErrorCode::Overtaken;
         ++tries) {
        state_->live.all.reopen();
        done = ask(state_->contents);
    }
    return done;
}

}  // namespace sitrep
