// The second pass of a run. What an article is without its outlet's furniture depends on the other
// articles there: when a line has become furniture, or is none any more, the articles that have it
// are made again from their files, so that the database holds what one run over everything would
// have put there.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/read_ahead.hpp"
#include "indexer/summary.hpp"
#include "store/index_writer.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sitrep {

class Settling {
  public:
    Settling(IndexWriter& writer, ReadSettings settings, Diagnostics& diagnostics, Summary& summary)
        : writer_(writer),
          settings_(std::move(settings)),
          diagnostics_(diagnostics),
          summary_(summary) {}

    /// Call after everything else is committed. A file that cannot be read again keeps its articles
    /// as they are, is reported, and is read as soon as it can be. When a signal comes the rest is
    /// left to the next run.
    Result<void> run();

  private:
    enum class Outcome { Unread, Settled, FellShort, GivenUp };
    enum class Records { Wanted, All };
    /// A file of which some documents are to be made again.
    struct Unsettled {
        FileKey key;
        FileState state;
        std::string path;
        const UnsettledDocuments* wanted = nullptr;
        Outcome outcome = Outcome::Unread;
    };
    class Writing;

    Result<void> find(const FileKey& key, const UnsettledDocuments& wanted,
                      std::vector<Unsettled>& files);
    Result<void> clean_again(std::vector<Unsettled>& files, Records records);
    Result<void> give_up(const Unsettled& file, const Error& error);

    IndexWriter& writer_;
    ReadSettings settings_;
    Diagnostics& diagnostics_;
    Summary& summary_;
};

}  // namespace sitrep
