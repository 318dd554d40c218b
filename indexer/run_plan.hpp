// What a run has to do, all targets together.
#pragma once

#include "indexer/change_plan.hpp"
#include "indexer/removals.hpp"
#include "indexer/root_set.hpp"
#include "model/index_document.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

struct PlannedTarget {
    Target target;
    std::shared_ptr<const FileStates> known;  ///< never null
    ChangePlan plan;
    bool there = true;  ///< and was looked at
};

/// A file that vanished from one place and is new in another, of one root or two.
struct PlannedMove {
    FileKey from;
    FileKey to;
    FileState state;    ///< as it is to be at its new place
    bool anew = false;  ///< its articles are others there: it is among the files to be read, too
    std::string old_path;
    std::string new_path;
};

struct PlannedRoot {
    std::string path;
    std::string moved_from;  ///< where it is known to be, if that is another place
    RootRemovals removals;   ///< as far as they are known before files are read
    bool may_remove = true;  ///< by what is known so far
    /// To be remembered when the root proves to be trusted; nothing when it is already.
    std::optional<FileSystem> file_system = {};
};

struct RunPlan {
    std::vector<PlannedTarget> targets;
    std::vector<PlannedMove> moves;
    std::map<std::string, PlannedRoot> roots;  ///< by id; those that are there
};

}  // namespace sitrep
