// Finds the files that moved: what vanished from one place and is new, with the same bytes, in
// another, be it of another root. They need not be extracted again.
#pragma once

#include "indexer/foreign_readers.hpp"
#include "indexer/run_plan.hpp"
#include "store/contents.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

class MoveFinder {
  public:
    MoveFinder(const FilterSet& filters, const Contents& contents)
        : filters_(filters), contents_(contents) {}

    /// Takes the files that moved out of what is to be read and what vanished, and puts them into
    /// `run.moves`: so they count as neither new nor gone. Reads only files that the database has
    /// nothing of and that have the size of a vanished one; one that cannot be read is left to be
    /// indexed. An error is one of the database.
    Result<void> find(RunPlan& run);

    /// Read so far.
    std::uint64_t bytes() const { return bytes_; }

  private:
    struct Vanished {
        const PlannedTarget* target = nullptr;
        std::string path;
        bool taken = false;

        const FileState& state() const { return target->known->at(path); }
        FileKey key() const { return {target->target.root_id, path}; }
    };

    static bool holds_nothing(const PlannedTarget& planned, const PlannedFile& file);
    void collect(const RunPlan& run);
    Result<std::optional<PlannedMove>> move_of(const Target& target, const FoundFile& file);
    bool reads_alike(const Vanished& from, const std::string& new_path) const;

    const FilterSet& filters_;
    const Contents& contents_;
    std::multimap<std::uint64_t, Vanished> by_size_;  ///< of equal size in the order of their paths
    std::uint64_t bytes_ = 0;
};

}  // namespace sitrep
