// The second pass of a run. What an article is without its outlet's furniture depends on the other
// articles there: when a line has become furniture, or is none any more, the articles that have it
// are made again from their files, so that the database holds what one run over everything would
// have put there.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/foreign_readers.hpp"
#include "indexer/source/reading.hpp"
#include "indexer/summary.hpp"
#include "store/index_writer.hpp"
#include "text/analyzer.hpp"

#include <cstdint>
#include <set>
#include <string>

namespace sitrep {

class Settling {
  public:
    Settling(IndexWriter& writer, Analyzer& analyzer, const FilterSet& filters,
             Diagnostics& diagnostics, Summary& summary, std::uint64_t max_record_bytes)
        : writer_(writer),
          analyzer_(analyzer),
          filters_(filters),
          readers_(filters, max_record_bytes),
          diagnostics_(diagnostics),
          summary_(summary),
          limits_{max_record_bytes} {
        limits_.filtered = filters.endings();
    }

    /// Call after everything else is committed. A file that cannot be read again keeps its articles
    /// as they are, is reported, and is read as soon as it can be. When a signal comes the rest is
    /// left to the next run.
    Result<void> run();

  private:
    Result<void> clean_again(const FileKey& file, const std::set<std::string>& wanted);
    Result<void> give_up(const FileKey& file, FileState state, const std::string& path,
                         const Error& error);

    IndexWriter& writer_;
    Analyzer& analyzer_;
    const FilterSet& filters_;
    ForeignReaders readers_;
    Diagnostics& diagnostics_;
    Summary& summary_;
    ReadLimits limits_;
};

}  // namespace sitrep
