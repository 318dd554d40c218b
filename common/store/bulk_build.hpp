// A first build: documents go into private shards, several at a time, which are merged in their
// order into one database. Xapian's cost a document grows with the database it goes into, so this
// takes less time in all even on one core, and the merge leaves no air in the result. Included by
// this folder only.
#pragma once

#include "base/result.hpp"
#include "store/index_writer.hpp"
#include "store/write_batch.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace sitrep {

class BulkBuild {
  public:
    /// Builds in `folder`, which is made now and removed at the end, with so many threads. The
    /// result will hold the metadata of `described` too.
    static Result<std::unique_ptr<BulkBuild>> start(const std::string& folder, unsigned threads,
                                                    const Xapian::Database& described);
    BulkBuild(const BulkBuild&) = delete;
    BulkBuild& operator=(const BulkBuild&) = delete;
    ~BulkBuild();

    /// The next shard, of new documents, and metadata of the whole database. Waits while another
    /// shard waits for a thread. Fails when an earlier one failed.
    Result<void> add(WriteBatch batch);

    /// Waits for the shards and makes the database `generation` of them. Document ids follow the
    /// order in which documents were added, whatever the threads did.
    Result<void> merge_into(const std::string& generation);
    /// Of all shards, in order.
    std::vector<RejectedDocument> take_rejected();

  private:
    struct Job {
        std::size_t number;
        WriteBatch batch;
    };

    BulkBuild(std::string folder, unsigned threads);
    void work();
    void write(Job job);
    Result<void> wait();
    Result<void> merge(const std::vector<std::string>& parts, const std::string& whole) const;
    std::string shard(std::size_t number) const;

    std::string folder_;
    Xapian::WritableDatabase base_;  ///< metadata
    std::size_t shards_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> waiting_;
    std::size_t running_ = 0;
    bool closed_ = false;
    std::optional<Error> trouble_;
    std::map<std::size_t, std::vector<RejectedDocument>> rejected_;
    std::vector<std::thread> threads_;
};

}  // namespace sitrep
