#include "store/index_reader.hpp"

#include "store/database_contents.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

#include <utility>

namespace sitrep {

struct IndexReader::State {
    State(Xapian::Database opened, const std::string& path)
        : database(std::move(opened)), contents(database, path) {}
    Xapian::Database database;
    DatabaseContents contents;
};

IndexReader::IndexReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

Result<IndexReader> IndexReader::open(const std::string& path) {
    Result<Xapian::Database> database = open_live_database(path);
    if (!database) return database.error();
    const auto checked = through_xapian(path, [&] { return schema::check(*database, path); });
    if (!checked) return checked.error();
    return IndexReader(std::make_unique<State>(*std::move(database), path));
}

const Contents& IndexReader::contents() const { return state_->contents; }

Result<void> IndexReader::read(const std::function<Result<void>(const Contents&)>& ask) {
    constexpr int kTries = 5;
    Result<void> done = ask(state_->contents);
    for (int tries = 1; tries < kTries && !done && done.error().code == ErrorCode::Overtaken;
         ++tries) {
        state_->database.reopen();
        done = ask(state_->contents);
    }
    return done;
}

}  // namespace sitrep
