// What a run of the indexer changed, as the database remembers the last of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct RunRecord {
    std::int64_t started = 0;        ///< seconds since 1970, UTC
    std::uint64_t milliseconds = 0;  ///< it took
    std::uint64_t added = 0;         ///< files, as are the others
    std::uint64_t updated = 0;
    std::uint64_t removed = 0;
    std::uint64_t failed = 0;

    bool changed_anything() const { return added + updated + removed + failed != 0; }
    friend bool operator==(const RunRecord&, const RunRecord&) = default;
};

/// So many are remembered.
inline constexpr std::size_t kMostRuns = 20;

/// The last kMostRuns of them, oldest first.
std::string encode_runs(const std::vector<RunRecord>& runs);

/// Any bytes are read; none where they are not what encode_runs() made: a history is no reason not
/// to go on.
std::vector<RunRecord> decode_runs(std::string_view data);

}  // namespace sitrep
