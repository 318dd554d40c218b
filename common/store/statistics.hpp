// What a database holds, counted.
#pragma once

#include "base/result.hpp"
#include "model/run_record.hpp"
#include "store/long_task.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sitrep {

/// Articles by a name of theirs: the most frequent names, and what the others have together.
struct NameCounts {
    std::vector<std::pair<std::string, std::uint64_t>> top;  ///< empty name: articles without one
    std::uint64_t other_names = 0;
    std::uint64_t other_articles = 0;
};

struct RootStatistics {
    std::string path;
    std::uint64_t files = 0;
    std::uint64_t articles = 0;
};

/// Strings are as they come from articles: not yet fit for a terminal.
struct Statistics {
    std::uint64_t articles = 0;
    std::uint64_t files = 0;
    std::uint64_t failed_files = 0;  ///< with a record that could not be used, or none at all
    std::uint64_t failed_records = 0;
    std::uint64_t stale_files = 0;
    std::uint64_t stale_articles = 0;
    std::vector<RootStatistics> roots;
    NameCounts outlets;
    NameCounts sections;
    NameCounts languages;
    NameCounts years;
    std::vector<std::pair<std::string, std::uint64_t>> tables;  ///< bytes of each
    std::uint64_t text_bytes = 0;                               ///< of the cleaned articles
    std::vector<RunRecord> runs;                                ///< oldest first
    bool stopped = false;                                       ///< by the Progress
};

/// Of the live generation of folder `path`, without a lock. Outlets, sections and text are read
/// from every article: some seconds for a hundred thousand. Errors: Database, Overtaken, Io.
Result<Statistics> statistics_of_database(const std::string& path, const Progress& progress);

}  // namespace sitrep
