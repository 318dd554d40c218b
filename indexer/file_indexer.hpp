// What the reading threads make of files, into the database: written in order.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/file_writing.hpp"
#include "indexer/read_ahead.hpp"
#include "indexer/summary.hpp"
#include "store/index_writer.hpp"

#include <set>
#include <utility>
#include <vector>

namespace sitrep {

class FileIndexer {
  public:
    FileIndexer(IndexWriter& writer, ReadSettings settings, Diagnostics& diagnostics,
                Summary& summary)
        : writer_(writer),
          settings_(std::move(settings)),
          diagnostics_(diagnostics),
          summary_(summary) {}

    /// An error ends the run. When a signal comes, the file at hand stays unfinished: the next run
    /// reads it again.
    Result<void> index(const std::vector<FileToIndex>& files);
    /// Files of which nothing came but failures.
    const std::set<FileKey>& barren() const { return barren_; }

  private:
    std::vector<ReadTask> tasks_of(const std::vector<FileToIndex>& files) const;

    IndexWriter& writer_;
    ReadSettings settings_;
    Diagnostics& diagnostics_;
    Summary& summary_;
    std::set<FileKey> barren_;
};

}  // namespace sitrep
