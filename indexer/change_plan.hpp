// What a run has to do for one target: what the walk found against what the database remembers.
#pragma once

#include "indexer/source/file_walker.hpp"
#include "model/file_state.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace sitrep {

using FileStates = std::unordered_map<std::string, FileState>;

struct PlannedFile {
    FoundFile file;
    bool known = false;  ///< the database remembers it: it may have documents
};

struct ChangePlan {
    std::vector<PlannedFile> to_read;   ///< new, changed, or never yet readable
    std::vector<std::string> vanished;  ///< remembered, and no longer there
    std::uint64_t unchanged = 0;
    std::uint64_t known_failures = 0;
    std::vector<std::string> failed_before;  ///< unchanged files with failures
    /// A folder that held articles and now holds none, as an unmounted disk does: nothing is
    /// removed.
    bool emptied = false;
};

/// Whether a place that held articles and now holds none looks like a mistake.
enum class Emptiness { Suspicious, Usual };

/// Pure. Files in folders that could not be read, and files that `--include`/`--exclude` leave out,
/// are never called vanished; nor are those of a kind that is not read, which a filter may have
/// read before. A file that another filter read is read again.
ChangePlan plan_changes(const WalkResult& found, const FileStates& known,
                        const std::string& subtree, const WalkOptions& options,
                        Emptiness emptiness = Emptiness::Suspicious);

}  // namespace sitrep
