// What a run has to do for one target: what the walk found against what the database remembers.
#pragma once

#include "indexer/source/file_walker.hpp"
#include "store/contents.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep {

/// Why a file is to be read.
enum class ChangeReason : std::uint8_t {
    Added,
    Size,
    Mtime,
    Ctime,
    Filter,      ///< another --filter reads it now
    Unfinished,  ///< never read whole, or in a way that another run may better
    Limit,       ///< articles in it were too large, and --max-file-size is larger now
    Retried,     ///< it failed, and --retry-failed was given
    Held,        ///< unchanged, but the brake kept documents that it no longer gives
};

struct PlannedFile {
    FoundFile file;
    ChangeReason reason = ChangeReason::Added;
    /// Also where it was only touched, and its bytes are those that were read before.
    bool same_bytes_too = false;

    /// The database remembers it: it may have documents.
    bool known() const { return reason != ChangeReason::Added; }
};

struct ChangePlan {
    std::vector<PlannedFile> to_read;   ///< new, changed, or never yet readable
    std::vector<PlannedFile> held;      ///< see settle_held()
    std::vector<std::string> vanished;  ///< remembered, and no longer there
    std::uint64_t unchanged = 0;
    std::uint64_t known_failures = 0;
    std::vector<std::string> failed_before;  ///< unchanged files with failures
    std::vector<std::string> unfiltered;     ///< changed, and left as they are without their filter
    std::vector<FileState> unread_folders;   ///< that could be read before: to be remembered
    std::vector<std::string> mended_folders;  ///< that can be read again: to be forgotten
    std::uint64_t stale = 0;                  ///< unchanged files whose documents are older
    /// A folder that held articles and now holds none, as an unmounted disk does.
    bool emptied = false;
};

/// Whether a folder could not be read before, for the same reason.
bool failed_before(const FileStates& known, const WalkFailure& failure);

/// Once it is known whether documents may be removed: files that hold such as they no longer give
/// are read again, or count as unchanged.
void settle_held(ChangePlan& plan, const FileStates& known, bool may_remove);

/// Whether a place that held articles and now holds none looks like a mistake.
enum class Emptiness { Suspicious, Usual };

struct ChangeRules {
    Emptiness emptiness = Emptiness::Suspicious;
    std::uint64_t max_file_bytes = 0;
    bool retries_failed = false;  ///< files with failures are read again, changed or not
};

/// Pure. Files in folders that could not be read, and files that `--include`/`--exclude` leave out,
/// are never called vanished; nor are those of a kind that is not read, which a filter may have
/// read before. A file that another filter read is read again.
ChangePlan plan_changes(const WalkResult& found, const FileStates& known,
                        const std::string& subtree, const WalkOptions& options,
                        const ChangeRules& rules = {});

}  // namespace sitrep
