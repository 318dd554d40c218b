// Locks and opens what an IndexWriter is to write, making it where there is none.
#include "base/file.hpp"
#include "base/open_files.hpp"
#include "base/strings.hpp"
#include "store/database_folder.hpp"
#include "store/generations.hpp"
#include "store/index_writer_state.hpp"
#include "store/live_database.hpp"
#include "store/new_database.hpp"
#include "store/schema.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

namespace sitrep {
namespace {

/// Parts of a first build that are read or merged at once, of all shards together.
constexpr std::size_t kMostParts = 128;

}  // namespace

/// What open() does, step by step.
class Opening {
  public:
    Opening(const std::string& path, const BatchLimits& limits, const LockWait& wait,
            const ShardPlace& wanted)
        : path_(path), limits_(limits), wait_(wait), wanted_(wanted) {}

    Result<IndexWriter> run() {
        raise_open_file_limit();  // for the parts of a first build
        if (Result<void> there = make_folder(); !there) return there.error();
        Result<WriterLock> lock = WriterLock::acquire(path_, wait_);
        if (!lock) return lock.error();
        if (Result<void> there = make_database(); !there) return there.error();
        const Result<Stub> stub = read_stub(path_);
        if (!stub) return stub.error();
        Result<void> opened =
            stub->shards == 0 ? open_database(*std::move(lock)) : open_set(*stub, *std::move(lock));
        if (!opened) return opened.error();
        if (Result<void> read = read_settings(); !read) return read.error();
        if (Result<void> agreed = agree_on_commits(); !agreed) return agreed.error();
        return IndexWriter(std::move(state_));
    }

  private:
    /// A mistyped name makes no database among other files.
    Result<void> make_folder() const {
        if (Result<void> made = make_private_directory(path_); !made) return made;
        const Result<bool> there = has_database(path_);
        if (!there) return there.error();
        return *there ? Result<void>() : refuse_foreign_folder(path_);
    }

    Result<void> make_database() const {
        const Result<bool> there = has_database(path_);
        if (!there) return there.error();
        if (*there) return {};  // another may have made it meanwhile
        if (wanted_.number == 0 && wanted_.count > 1) return create_set(path_, wanted_.count);
        if (wanted_.number != 0) {
            // First: a shard without it is one of a whole set.
            const std::string others = path_ + "/" + kOthersFolder;
            if (Result<void> made = make_private_directory(others); !made) return made;
            if (Result<void> made = create_database(others); !made) return made;
        }
        return create_database(path_, wanted_);
    }

    Result<void> open_database(WriterLock lock) {
        if (Result<void> opened = add(path_, std::move(lock), 1); !opened) return opened;
        const Result<ShardPlace> place = through_xapian(
            path_, [&] { return schema::shard_place(state_->shards.front()->database(), path_); });
        if (!place) return place.error();
        if (Result<void> fits = check_wanted(*place); !fits) return fits;
        if (place->number == 0) return {};
        const std::string others = path_ + "/" + kOthersFolder;
        const Result<bool> there = has_database(others);
        if (!there) return there.error();
        if (!*there)
            return Error{
                ErrorCode::Usage,
                path_ + " is shard " + place->text() + " of a set, and is not written alone",
                "name the folder that holds the set"};
        state_->alone = *place;
        return add_locked(others, 2);
    }

    Result<void> open_set(const Stub& stub, WriterLock lock) {
        if (Result<void> fits = check_wanted({0, stub.shards}); !fits) return fits;
        // As a whole, before anything of it is touched.
        if (const auto live = open_live_databases(path_); !live) return live.error();
        state_->lock = std::move(lock);
        for (unsigned number = 1; number <= stub.shards; ++number) {
            Result<void> opened =
                add_locked(shard_folder(path_ + "/" + stub.generation, number), stub.shards);
            if (!opened) return opened;
        }
        return {};
    }

    Result<void> check_wanted(const ShardPlace& found) const {
        if (wanted_.count == 0 || wanted_ == found || (wanted_.count == 1 && found.count == 0))
            return {};
        const auto described = [](const ShardPlace& place) {
            if (place.number != 0) return "shard " + place.text();
            return place.count < 2 ? "one database" : counted(place.count, "shard");
        };
        const bool whole = wanted_.number == 0 && found.number == 0;
        return Error{ErrorCode::Usage,
                     path_ + " is " + described(found) + ", not " + described(wanted_),
                     whole ? "to divide it anew: sitrep-index --db " + shell_quoted(path_) +
                                 " --reshard " + std::to_string(wanted_.count)
                           : "name another folder with --db, or leave the option out"};
    }

    Result<void> add_locked(const std::string& folder, std::size_t count) {
        Result<WriterLock> lock = WriterLock::acquire(folder, wait_);
        return lock ? add(folder, *std::move(lock), count) : Result<void>(lock.error());
    }

    /// One of `count`, which share what the run may use.
    Result<void> add(const std::string& folder, WriterLock lock, std::size_t count) {
        BatchLimits limits = limits_;
        limits.bytes /= count;
        limits.threads = std::max(1U, limits_.threads / static_cast<unsigned>(count));
        Result<std::unique_ptr<ShardWriter>> shard =
            ShardWriter::open(folder, std::move(lock), limits, kMostParts / count);
        if (!shard) return shard.error();
        state_->shards.push_back(*std::move(shard));
        return {};
    }

    Result<void> read_settings() {
        bool learns = true;
        for (const auto& shard : state_->shards) learns = learns && shard->learns();
        state_->lines.learn(learns);
        return through_xapian(path_, [this] {
            const auto held = state_->lines.lock();
            state_->look_again();
            state_->roots = schema::roots(state_->members);
            tell_all_roots();
        });
    }

    /// A run that was ended may have told some shards only of a root.
    void tell_all_roots() {
        for (const auto& shard : state_->shards) {
            if (schema::roots(shard->database()) == state_->roots) continue;
            for (const auto& [id, path] : state_->roots) shard->note(schema::root_key(id), path);
            shard->note(schema::kRootsKey, schema::roots_sum(state_->roots));
        }
    }

    /// Shards that a kill left at different commits are seen as they are; readers wait for those of
    /// a writer at work, so this one begins with shards that are alike.
    Result<void> agree_on_commits() {
        if (state_->whole_shards() < 2) return {};
        std::uint64_t& last = state_->commits;
        const auto numbers = through_xapian(path_, [&] {
            std::set<std::uint64_t> all;
            for (const auto& shard : state_->shards)
                all.insert(schema::commit_number(shard->database()));
            return all;
        });
        if (!numbers) return numbers.error();
        last = *numbers->rbegin();
        if (numbers->size() == 1) return {};
        state_->note_in_all(schema::kCommitKey, std::to_string(++last));
        return state_->commit();
    }

    const std::string& path_;
    const BatchLimits& limits_;
    const LockWait& wait_;
    const ShardPlace& wanted_;
    std::unique_ptr<IndexWriter::State> state_ =
        std::make_unique<IndexWriter::State>(path_, limits_);
};

Result<IndexWriter> IndexWriter::open(const std::string& path, const BatchLimits& limits,
                                      const LockWait& wait, const ShardPlace& shards) {
    // Never let Xapian commit by itself: such a commit could not be followed by our sync.
    ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000", 1);
    return Opening(path, limits, wait, shards).run();
}

}  // namespace sitrep
