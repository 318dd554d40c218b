// One file into the database: read, cut into records, made articles, analysed, handed to the
// writer.
#pragma once

#include "indexer/change_plan.hpp"
#include "indexer/diagnostics.hpp"
#include "indexer/foreign_readers.hpp"
#include "indexer/root_set.hpp"
#include "indexer/source/file_source.hpp"
#include "indexer/source/reading.hpp"
#include "indexer/summary.hpp"
#include "store/index_writer.hpp"
#include "text/analyzer.hpp"

#include <cstdint>

namespace sitrep {

class FileIndexer {
  public:
    FileIndexer(IndexWriter& writer, Analyzer& analyzer, const FilterSet& filters,
                Diagnostics& diagnostics, Summary& summary, std::uint64_t max_record_bytes)
        : filters_(filters),
          readers_(filters, max_record_bytes),
          writer_(writer),
          analyzer_(analyzer),
          diagnostics_(diagnostics),
          summary_(summary),
          limits_{max_record_bytes} {
        limits_.filtered = filters.endings();
    }

    /// What cannot be used is named, counted and remembered; an error ends the run. `state` is what
    /// the database remembers of the file, or null. A file that was good and can no longer be read
    /// keeps its documents.
    Result<void> index(const Target& target, const PlannedFile& planned, const FileState* state);

  private:
    void unreadable(const Target& target, const PlannedFile& planned, const FileState* state,
                    const Error& error);
    Result<void> remember_unreadable(const Target& target, const PlannedFile& planned,
                                     const FileState* state, const Error& error);
    void note_stale(const Target& target, FileState& now, const FileState* before);
    Result<void> index_records(const Target& target, const PlannedFile& planned,
                               const FileState* before, FileSource& source);

    const FilterSet& filters_;
    ForeignReaders readers_;
    IndexWriter& writer_;
    Analyzer& analyzer_;
    Diagnostics& diagnostics_;
    Summary& summary_;
    ReadLimits limits_;
};

}  // namespace sitrep
