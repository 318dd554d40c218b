// The furniture lines of a database, for who only reads it.
#pragma once

#include "base/result.hpp"
#include "model/furniture_lines.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace sitrep {

class FurnitureTable {
  public:
    /// Opens the live generation of the database folder `path`; errors as Searcher::open().
    static Result<FurnitureTable> open(const std::string& path);

    FurnitureTable(FurnitureTable&&) noexcept;
    FurnitureTable& operator=(FurnitureTable&&) noexcept;
    ~FurnitureTable();

    /// Lives as long as the table. Holds nothing where the database learns nothing.
    const FurnitureLines& lines() const;
    /// Root id to absolute path.
    const std::map<std::string, std::string>& roots() const;
    /// What went wrong since it was last asked.
    std::optional<Error> take_trouble();

  private:
    struct State;
    explicit FurnitureTable(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sitrep
