// The write side: one collection, one writer, changes gathered into batches and committed by us.
// The collection is a database, or a set of shards: then a file's articles and state lie in one of
// them (model/shard.hpp), what is known of roots and runs in each, and furniture is learned from
// all.
//
// Promises: a batch is all in or not at all, file states with their documents; of a set, a batch of
// each shard. After commit() returns it survives a power cut; a document that Xapian refuses costs
// itself alone. Not thread-safe.
#pragma once

#include "base/result.hpp"
#include "model/furniture_lines.hpp"
#include "model/index_document.hpp"
#include "model/run_record.hpp"
#include "model/shard.hpp"
#include "store/contents.hpp"
#include "store/writer_lock.hpp"
#include "text/analyzer.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

/// When a batch is full. Xapian's cost a document grows with the batch, a commit's is fixed:
/// about a thousand articles of news balance the two.
struct BatchLimits {
    std::size_t bytes = 48U << 20U;
    std::size_t documents = 1000;
    /// And when its first change is so old, as the next comes: a kill costs no more than that, and
    /// a commit's fixed cost, some tens of milliseconds, stays under one percent.
    std::chrono::milliseconds age = std::chrono::seconds(30);
    unsigned threads = 2;  ///< that write a first build, from 1
};

/// A document that the database would not take, and why.
struct RejectedDocument {
    std::string origin;
    std::string reason;
};

/// Unique terms, and where in their file the records stand (Place::text()).
using UnsettledDocuments = std::map<std::string, std::string>;

class IndexWriter {
  public:
    /// Locks database folder `path` and opens it, making it (mode 0700) when there is none. Errors:
    /// Locked; Database when it is damaged, of another schema, or a folder of something else; Io.
    /// `shards`: what it is to be, a whole set or one shard alone; nothing: what it is, or else one
    /// database. Another number than there is, and a shard of a set by itself, are Usage errors.
    static Result<IndexWriter> open(const std::string& path, const BatchLimits& limits = {},
                                    const LockWait& wait = {}, const ShardPlace& shards = {});

    IndexWriter(IndexWriter&&) noexcept;
    IndexWriter& operator=(IndexWriter&&) noexcept;
    ~IndexWriter();  ///< forgets what was not committed

    /// The settings to analyse with.
    const AnalyzerConfig& analyzer_config() const;

    /// Root id to absolute path, as last committed or put.
    const std::map<std::string, std::string>& roots() const;
    void put_root(const std::string& id, const std::string& path);
    void put_file_system(const std::string& root_id, const FileSystem& file_system);

    /// What is committed.
    const Contents& contents() const;
    /// The states of all files of a root, by their path inside it.
    Result<FileStates> file_states(const std::string& root_id) const;

    /// One file's documents: begin, add each, end. `known`: the database may hold documents of it;
    /// those not added again go at the end, and until then they stay; when none was added and
    /// something failed, or the file was not read whole, all stay, for a file that was good and no
    /// longer is. What is committed in the middle of a file is remembered as unfinished (a state
    /// without a content hash), so that the next run takes the file up as known.
    void begin_file(const FileKey& file, bool known);
    Result<void> add(IndexDocument document, const std::string& origin);
    Result<void> end_file(const FileState& state);

    /// Holds back, from now on, what end_file() would remove from files of this root: the files'
    /// states say how many documents they hold so, and a run that ends here leaves it at that.
    /// When more than `most` would go, none will.
    void hold_removals(const std::string& root_id, std::uint64_t most);
    /// How many documents of the root are held back.
    std::uint64_t held_removals(const std::string& root_id) const;
    /// They go, and no more are held; where there are more than `most` they stay.
    Result<void> release_removals(const std::string& root_id);

    /// Notes a state without touching the file's documents.
    Result<void> put_state(const FileKey& file, const FileState& state);
    Result<void> remove_file(const FileKey& file);
    /// Removes a root, its files' states and their documents.
    Result<void> remove_root(const std::string& id);

    /// What a page is to be cleaned with: the furniture as of the last commit.
    const FurnitureLines& furniture() const;
    /// To be told of documents as soon as they are made: the sooner their lines are known, the
    /// fewer articles have to be cleaned again. By any thread.
    void saw(const IndexDocument& document);
    /// Whether lines are learned from now on; a database is made to learn. A change touches every
    /// document that knows a line.
    void learn_lines(bool on);
    /// Whether what was added so far becomes parts of a first build: settled best before commit()
    /// merges them.
    bool is_building() const;
    /// After commit(), or in a build: the documents, by file, that were cleaned with other lines
    /// known than the changes since the last settled() make furniture. Empty when nothing changed.
    Result<std::map<FileKey, UnsettledDocuments>> unsettled();
    /// Puts one of those again, made from the same record.
    Result<void> replace(IndexDocument document, const std::string& origin);
    /// Notes that all of them were put again, or given up, and commits. Until then a database that
    /// is opened again takes every line for touched.
    Result<void> settled();

    /// The state of one file, if it is known.
    Result<std::optional<FileState>> file_state(const FileKey& file) const;

    /// Makes all changes so far durable. A no-op when there are none.
    Result<void> commit();

    /// Commits, and copies the database into as few bytes as it takes, with the same contents; the
    /// copy then takes its place. Io where there is no room for it; the database then stays as it
    /// was.
    Result<void> compact();
    /// Of the database's files.
    std::uint64_t bytes() const;

    /// The last runs that changed something, oldest first.
    Result<std::vector<RunRecord>> runs() const;
    /// Remembers `more` behind them, and commits.
    Result<void> add_runs(const std::vector<RunRecord>& more);

    /// Documents refused since the last call.
    std::vector<RejectedDocument> take_rejected();

    std::uint64_t document_count() const;

  private:
    struct State;
    friend class Opening;
    explicit IndexWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace sitrep
