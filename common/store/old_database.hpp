// What a database or set of whatever version says of where its articles came from: enough to make
// it anew.
#pragma once

#include "base/result.hpp"
#include "model/run_record.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

struct OldDatabase {
    std::map<std::string, std::string> roots;  ///< id to absolute path
    /// By root id, the paths of its files inside it; of the roots asked for.
    std::map<std::string, std::vector<std::string>> files;
    /// Articles by root id; none where this program cannot tell, for the database is of another
    /// version.
    std::optional<std::map<std::string, std::uint64_t>> articles_of;
    std::vector<RunRecord> runs;
    std::uint64_t articles = 0;  ///< in all
    std::uint64_t bytes = 0;     ///< of its files
    unsigned shards = 0;         ///< of a set
};

/// Reads that of the live generation in folder `path`, whatever its schema and settings; the files
/// of `root_id` only. Errors: Database where there is none or it is damaged.
Result<OldDatabase> read_old_database(const std::string& path, const std::string& root_id);

}  // namespace sitrep
