#include "store/furniture_table.hpp"

#include "store/database_lines.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

#include <utility>

namespace sitrep {

struct FurnitureTable::State {
    State(LiveDatabases opened, const std::string& path)
        : live(std::move(opened)), lines(live.all, path), roots(schema::roots(live.members)) {
        lines.learn(schema::learns(live.first()));
    }
    LiveDatabases live;
    DatabaseLines lines;
    std::map<std::string, std::string> roots;
};

FurnitureTable::FurnitureTable(std::unique_ptr<State> state) : state_(std::move(state)) {}
FurnitureTable::FurnitureTable(FurnitureTable&&) noexcept = default;
FurnitureTable& FurnitureTable::operator=(FurnitureTable&&) noexcept = default;
FurnitureTable::~FurnitureTable() = default;

Result<FurnitureTable> FurnitureTable::open(const std::string& path) {
    Result<LiveDatabases> live = open_live_databases(path);
    if (!live) return live.error();
    auto state =
        through_xapian(path, [&] { return std::make_unique<State>(*std::move(live), path); });
    if (!state) return state.error();
    return FurnitureTable(*std::move(state));
}

const FurnitureLines& FurnitureTable::lines() const { return state_->lines; }
const std::map<std::string, std::string>& FurnitureTable::roots() const { return state_->roots; }
std::optional<Error> FurnitureTable::take_trouble() { return state_->lines.take_trouble(); }

}  // namespace sitrep
