// One file on its way into the database: what comes of its records, then its state. What cannot be
// used is named, counted and remembered.
#pragma once

#include "indexer/change_plan.hpp"
#include "indexer/diagnostics.hpp"
#include "indexer/read_ahead.hpp"
#include "indexer/record_keys.hpp"
#include "indexer/root_set.hpp"
#include "indexer/summary.hpp"
#include "store/index_writer.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace sitrep {

/// A file to index.
struct FileToIndex {
    const Target* target = nullptr;
    const PlannedFile* planned = nullptr;
    const FileState* before = nullptr;  ///< what the database remembers of it, or null

    FileKey key() const { return {target->root_id, planned->file.path}; }
    std::string path() const { return target->absolute(planned->file.path); }
};

/// Visits the events of one file, in order. An error is trouble with the database. A file that was
/// good and can no longer be read keeps its documents.
class FileWriting {
  public:
    /// `barren` gets the file's key where nothing but failures came of it.
    FileWriting(const FileToIndex& file, IndexWriter& writer, const ReadSettings& settings,
                Diagnostics& diagnostics, Summary& summary, std::set<FileKey>& barren);

    Result<void> operator()(MadeDocument made);
    Result<void> operator()(const FailedRecord& record);
    Result<void> operator()(const SkippedRecord& record);
    Result<void> operator()(const FileEnd& end);

    bool is_over() const { return over_; }

  private:
    bool failed_before(const std::string& reason) const;
    bool keeps_others(const FileEnd& end) const;
    std::uint64_t newly_failed() const { return failed_ - failed_before_; }
    void note_stale(FileState& now);
    void report() const;
    Result<void> unreadable(const Error& error);
    Result<void> unchanged(const FileEnd& end);
    Result<void> read(const FileEnd& end);

    const FileToIndex& file_;
    FileKey key_;
    IndexWriter& writer_;
    const ReadSettings& settings_;
    Diagnostics& diagnostics_;
    Summary& summary_;
    std::set<FileKey>& barren_;
    RecordKeys keys_;
    std::uint64_t documents_ = 0;
    std::uint64_t skipped_ = 0;
    std::uint64_t failed_ = 0;
    std::uint64_t failed_before_ = 0;
    std::vector<std::string> failures_;
    bool is_cut_ = false;          ///< a container in it could not be read to its end
    bool depends_on_run_ = false;  ///< a failure may be none in another run
    bool too_large_ = false;       ///< or with a larger limit
    bool over_ = false;
};

}  // namespace sitrep
