// One run of the indexer: targets found, walked, compared, and what changed indexed.
#pragma once

#include "indexer/change_plan.hpp"
#include "indexer/diagnostics.hpp"
#include "indexer/exit_status.hpp"
#include "indexer/options.hpp"
#include "indexer/read_ahead.hpp"
#include "indexer/root_set.hpp"
#include "indexer/summary.hpp"
#include "store/index_writer.hpp"

#include <map>
#include <string>
#include <vector>

namespace sitrep {

class IndexRun {
  public:
    IndexRun(const IndexOptions& options, IndexWriter& writer, Diagnostics& diagnostics);

    /// An error is one that ends the run: the database, or the disk under it. All else is reported,
    /// counted in summary() and raised in status().
    Result<void> run(const std::vector<std::string>& paths);

    const Summary& summary() const { return summary_; }
    const ExitStatus& status() const { return status_; }

  private:
    struct PlannedTarget {
        Target target;
        FileStates known;
        ChangePlan plan;
    };

    Result<void> forget(const std::string& path);
    std::vector<Target> targets_of(const std::vector<std::string>& paths);
    void adopt(const Target& target);
    Result<void> take_over_inner(const std::vector<PlannedTarget>& planned);
    Result<PlannedTarget> plan(const Target& target);
    Result<FileStates> known_in(const Target& target);
    WalkResult look(const Target& target, const FileStates& known) const;
    WalkResult look_at_loose(const Target& target, const FileStates& known) const;
    void report(const Target& target, const WalkResult& found);
    Result<void> remove_vanished(const PlannedTarget& planned);
    Result<void> index(const std::vector<PlannedTarget>& planned);
    ReadSettings read_settings() const;

    const IndexOptions& options_;
    IndexWriter& writer_;
    Diagnostics& diagnostics_;
    WalkOptions walk_options_;
    /// What the database remembers of each root, sorted: thousands of targets may lie in one root.
    std::map<std::string, std::map<std::string, FileState>> remembered_;
    Summary summary_;
    ExitStatus status_;
};

}  // namespace sitrep
