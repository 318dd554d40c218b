// One run of the indexer: targets found, walked, compared, and what changed indexed.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/exit_status.hpp"
#include "indexer/options.hpp"
#include "indexer/read_ahead.hpp"
#include "indexer/root_set.hpp"
#include "indexer/run_planner.hpp"
#include "indexer/summary.hpp"
#include "indexer/take_over.hpp"
#include "store/index_writer.hpp"

#include <set>
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
    Result<void> forget(const std::string& path);
    void adopt(const Target& target);
    Result<void> take_over_inner(const std::vector<PlannedTarget>& planned);
    Result<void> move(const std::vector<PlannedMove>& moves);
    void hold_removals(const RunPlan& plan);
    Result<void> remove(const RunPlan& plan);
    bool is_lost(const PlannedMove& moved) const;
    void refuse(const KeptRoot& root, const std::string& place);
    Result<void> remove_vanished(const PlannedTarget& planned);
    Result<void> remember_folders(const PlannedTarget& planned);
    Result<void> index(const std::vector<PlannedTarget>& planned);
    ReadSettings read_settings() const;

    const IndexOptions& options_;
    IndexWriter& writer_;
    Diagnostics& diagnostics_;
    std::set<std::string> refused_;  ///< roots from which nothing is removed
    std::set<FileKey> barren_;       ///< files of which nothing came but failures
    Summary summary_;
    ExitStatus status_;
};

}  // namespace sitrep
