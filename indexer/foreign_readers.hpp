// What other programs read for us: PDF in a worker process of ours, and the formats that --filter
// names by commands of the user's. Nothing of it is started before it is needed.
#pragma once

#include "base/result.hpp"
#include "indexer/worker/filter.hpp"
#include "indexer/worker/worker.hpp"
#include "model/article.hpp"
#include "model/record.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The filters of a command line.
struct FilterSet {
    std::vector<Filter> filters;  ///< the last that is for an ending reads it
    std::chrono::seconds time{30};

    /// All their endings, each with its dot.
    std::vector<std::string> endings() const;
    /// The filter for an ending, or null.
    const Filter* of(std::string_view ending) const;
    /// Changes when another command would read what a file of this name holds, or may hold where
    /// it is an archive or a mail; empty where none would. The time they have is no part of it:
    /// what was late is tried again in every run.
    std::string fingerprint(std::string_view file_name) const;
};

/// Each thread has its own; PDF is read by all at once, filters run one at a time.
class ForeignReaders {
  public:
    ForeignReaders(const FilterSet& filters, std::uint64_t max_record_bytes);

    /// The page of a Pdf record. Fails as Worker::ask() does, or with the reader's own reason.
    Result<ExtractedPage> read_pdf(const std::string& bytes);

    /// What its filter makes of a Filtered record: one of text or HTML.
    Result<RawRecord> filtered(RawRecord record);

  private:
    const FilterSet& filters_;
    FilterLimits limits_;
    std::optional<Worker> reader_;
};

}  // namespace sitrep
