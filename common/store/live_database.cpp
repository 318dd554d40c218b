#include "store/live_database.hpp"

#include "store/database_folder.hpp"
#include "store/xapian_door.hpp"

namespace sitrep {

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

}  // namespace sitrep
