// A first build: documents go into private shards, several at a time, which are merged in their
// order into one database. Xapian's cost a document grows with the database it goes into, so this
// takes less time in all even on one core, and the merge leaves no air in the result. Shards are
// small, for the trees that Xapian grows in memory must fit the processor's caches, and merged by
// groups on the way. A merged group is safe: a kill loses no more. Included by this folder only.
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
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace sitrep {

class BulkBuild {
  public:
    /// Builds in `folder`, which is made now and left for the owner to remove, with so many
    /// threads. The result will hold the metadata of `described` too. `most_parts` are read or
    /// merged at once: each has four files open.
    static Result<std::unique_ptr<BulkBuild>> start(const std::string& folder, unsigned threads,
                                                    std::size_t most_parts,
                                                    const Xapian::Database& described);
    /// What a kill left in `folder` of a build, to be merged; null where that is nothing.
    static Result<std::unique_ptr<BulkBuild>> resume(const std::string& folder,
                                                     std::size_t most_parts);
    BulkBuild(const BulkBuild&) = delete;
    BulkBuild& operator=(const BulkBuild&) = delete;
    ~BulkBuild();

    /// The next shard, of new documents, and metadata of the whole database. Waits while another
    /// shard waits for a thread. Fails when an earlier one failed.
    Result<void> add(WriteBatch batch);

    /// Waits for the shards: what all parts hold, as one database to read, while more may be added.
    /// Too many are merged for that, as merge_into() would. To be asked once.
    Result<Xapian::Database> seal();
    /// Takes documents of the sealed database out of the parts: others were added in their place.
    /// From here to the end nothing of the build outlives a kill.
    Result<void> remove(const std::set<Xapian::docid>& documents);
    /// Waits for the shards and makes the database `generation` of them. Document ids follow the
    /// order in which documents were added, whatever the threads did.
    Result<void> merge_into(const std::string& generation);
    /// What merge_into() takes on the disk, about.
    std::uint64_t bytes() const;
    /// Of all shards, in order.
    std::vector<RejectedDocument> take_rejected();

  private:
    /// A shard on its way.
    struct Shard {
        std::size_t number = 0;
        WriteBatch batch;
    };
    /// What is to be noted when all shards before `shard` are written.
    struct Note {
        std::size_t shard = 0;
        std::vector<SetMetadata> metadata;
    };

    BulkBuild(std::string folder, std::size_t most_parts);
    void work();
    void write_all();
    void write(Shard shard);
    Result<void> merge_group(std::size_t group) const;
    Result<void> finish_shards();
    bool is_left_out(std::size_t shard) const;
    std::vector<std::string> parts_from(std::size_t shard) const;
    std::vector<std::string> few(std::vector<std::string> parts);
    bool is_too_much_at_risk() const;
    std::size_t safe_shards() const;
    Result<void> note_safe();
    Result<void> note(std::size_t shards);
    std::vector<std::string> merged_by_groups(const std::vector<std::string>& parts);
    std::string group_path(std::size_t group) const;
    std::string shard_path(std::size_t number) const;

    std::string folder_;
    std::size_t most_parts_;
    Xapian::WritableDatabase base_;  ///< metadata of the shards that are written for good
    std::size_t shards_ = 0;
    std::optional<std::size_t> sealed_;      ///< shards at that time
    std::vector<std::string> sealed_parts_;  ///< as seal() put them together, `base_` first
    int level_ = 1;                          ///< of merging; groups are the first
    std::uint64_t doubled_bytes_ = 0;        ///< of parts whose groups are still there
    std::size_t noted_ = 0;                  ///< shards that `base_` counts
    std::deque<Note> notes_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Shard> waiting_;
    std::size_t unwritten_ = 0;
    std::map<std::size_t, std::size_t> written_;  ///< shards of each group
    std::set<std::size_t> merged_;                ///< groups
    bool closed_ = false;
    std::optional<Error> trouble_;
    std::map<std::size_t, std::vector<RejectedDocument>> rejected_;
    std::vector<std::thread> threads_;
};

}  // namespace sitrep
