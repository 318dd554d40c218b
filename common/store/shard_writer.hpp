// The writing of one Xapian database: a collection of its own, or a shard of one. Changes are
// gathered into batches; those of a first build become parts of it. What belongs to the collection
// as a whole is IndexWriter's. Included by this folder only.
#pragma once

#include "base/result.hpp"
#include "store/bulk_build.hpp"
#include "store/held_removals.hpp"
#include "store/index_writer.hpp"
#include "store/touched_lines.hpp"
#include "store/write_batch.hpp"
#include "store/writer_lock.hpp"

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace sitrep {

/// One thread at a time; nobody else may read reading() meanwhile, whatever shares it.
class ShardWriter {
  public:
    /// Opens the database folder `path`, which is there, under `lock`. `parts`: of a first build,
    /// read or merged at once. Errors as IndexWriter::open().
    static Result<std::unique_ptr<ShardWriter>> open(const std::string& path, WriterLock lock,
                                                     const BatchLimits& limits, std::size_t parts);

    Xapian::WritableDatabase& database() { return database_; }
    /// The same; of a build that is being settled, its parts.
    const Xapian::Database& reading() const { return reading_; }
    bool learns() const { return learns_; }
    HeldRemovals& holding() { return holding_; }
    TouchedLines& touched() { return touched_; }
    std::vector<RejectedDocument> take_rejected() { return std::exchange(rejected_, {}); }
    std::uint64_t bytes() const;
    /// What merging a first build takes; 0 where there is none.
    std::uint64_t build_bytes() const;

    /// Whether nothing was ever in it: what comes first may be built in parts.
    bool is_fresh() const { return fresh_; }
    bool is_building() const { return bulk_ != nullptr; }
    bool is_full() const;
    bool has_changes() const { return !batch_.empty(); }

    /// Gathers `change`; one that a first build cannot take ends that.
    Result<void> push(Change change);
    /// Gathers metadata, which no first build minds.
    void note(std::string key, std::string value) {
        batch_.push(SetMetadata{std::move(key), std::move(value)});
    }
    /// What was gathered becomes a part of a first build.
    Result<void> build();
    /// All that was gathered is committed, and a first build merged and published.
    Result<void> commit() { return bulk_ ? end_build() : flush(); }
    /// What a first build made so far is read as one database; without one, commits.
    Result<void> settle_build();

    void learn_lines(bool on);
    /// Notes that the lines are settled; to be committed.
    void note_settled();
    void forget_touched();

    Result<void> compact();
    /// The unique terms of a file's documents that are not among `kept`. Throws what Xapian throws.
    std::vector<std::string> others_of_file(const FileKey& file,
                                            const std::unordered_set<std::string>& kept) const;

  private:
    ShardWriter(std::string path, WriterLock lock, const BatchLimits& limits, std::size_t parts)
        : path_(std::move(path)), lock_(std::move(lock)), limits_(limits), parts_(parts) {}

    Result<void> open_generation();
    void mark();
    bool was_replaced(Change& change);
    Result<void> flush();
    Result<void> end_build();
    Result<void> publish_build();

    std::string path_;
    std::string generation_;
    WriterLock lock_;
    BatchLimits limits_;
    std::size_t parts_;
    Xapian::WritableDatabase database_;
    Xapian::Database reading_;
    WriteBatch batch_;
    std::vector<RejectedDocument> rejected_;
    HeldRemovals holding_;
    TouchedLines touched_;
    bool learns_ = true;
    bool marked_ = false;  ///< the database says that it is not settled

    bool fresh_ = false;
    std::unique_ptr<BulkBuild> bulk_;
    bool settling_build_ = false;
    std::set<Xapian::docid> replaced_;  ///< documents of `reading_`, made anew meanwhile
};

}  // namespace sitrep
