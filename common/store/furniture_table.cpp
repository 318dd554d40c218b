#include "store/furniture_table.hpp"

#include "store/database_lines.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

#include <utility>

namespace sitrep {

struct FurnitureTable::State {
    State(Xapian::Database opened, const std::string& path)
        : database(std::move(opened)), lines(database, path), roots(schema::roots(database)) {
        lines.learn(schema::learns(database));
    }
    Xapian::Database database;
    DatabaseLines lines;
    std::map<std::string, std::string> roots;
};

FurnitureTable::FurnitureTable(std::unique_ptr<State> state) : state_(std::move(state)) {}
FurnitureTable::FurnitureTable(FurnitureTable&&) noexcept = default;
FurnitureTable& FurnitureTable::operator=(FurnitureTable&&) noexcept = default;
FurnitureTable::~FurnitureTable() = default;

Result<FurnitureTable> FurnitureTable::open(const std::string& path) {
    Result<Xapian::Database> database = open_live_database(path);
    if (!database) return database.error();
    auto state = through_xapian(path, [&]() -> Result<std::unique_ptr<State>> {
        if (Result<AnalyzerConfig> config = schema::check(*database, path); !config)
            return config.error();
        return std::make_unique<State>(*std::move(database), path);
    });
    if (!state) return state.error();
    return FurnitureTable(*std::move(state));
}

const FurnitureLines& FurnitureTable::lines() const { return state_->lines; }
const std::map<std::string, std::string>& FurnitureTable::roots() const { return state_->roots; }
std::optional<Error> FurnitureTable::take_trouble() { return state_->lines.take_trouble(); }

}  // namespace sitrep
