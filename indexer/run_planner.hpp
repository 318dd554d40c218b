// What a run has to do, all targets together: walked, compared with what the database remembers,
// and looked at root by root, for what may be removed is a question of the whole root. Changes
// nothing, so that a run that only tells what it would do asks the same.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/exit_status.hpp"
#include "indexer/options.hpp"
#include "indexer/run_plan.hpp"
#include "indexer/summary.hpp"
#include "store/contents.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

class RunPlanner {
  public:
    /// Trouble with a target is reported, counted in `summary` and raised in `status`.
    RunPlanner(const IndexOptions& options, const Contents& contents, Diagnostics& diagnostics,
               Summary& summary, ExitStatus& status);

    /// What `paths` mean among the known `roots`; all roots when nothing is named.
    std::vector<Target> targets_of(const std::vector<std::string>& paths,
                                   std::map<std::string, std::string> roots);
    /// An error is one of the database.
    Result<RunPlan> plan(const std::vector<Target>& targets);

  private:
    /// What the database remembers of a root.
    struct Remembered {
        std::shared_ptr<const FileStates> all;
        /// The same by path, for thousands of targets may lie in one root; made when one is asked
        /// for.
        std::map<std::string_view, const FileState*> sorted;
    };

    Result<PlannedTarget> plan(const Target& target);
    std::optional<std::string> moved_to(const std::string& folder,
                                        const std::map<std::string, std::string>& roots);
    Result<Remembered*> states_of(const std::string& root_id);
    Result<std::shared_ptr<const FileStates>> known_in(const Target& target);
    bool is_there(const Target& target, const FileStates& known);
    WalkResult look(const Target& target, const FileStates& known) const;
    WalkResult look_at_loose(const Target& target, const FileStates& known) const;
    void report(const Target& target, const WalkResult& found, const FileStates& known);
    Result<void> add_to_root(const PlannedTarget& planned, RunPlan& run);
    Result<PlannedRoot> root_of(const Target& target);
    void settle_roots(RunPlan& run) const;
    void refuse_wrong_place(PlannedTarget& planned, RunPlan& run);

    const IndexOptions& options_;
    const Contents& contents_;
    Diagnostics& diagnostics_;
    Summary& summary_;
    ExitStatus& status_;
    WalkOptions walk_options_;
    std::map<std::string, Remembered> remembered_;
};

}  // namespace sitrep
