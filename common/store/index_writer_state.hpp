// What an IndexWriter writes: the shards, or the one database, and what is known of all of them.
// Included by the sources of IndexWriter only.
#pragma once

#include "base/disk_space.hpp"
#include "base/thread_signals.hpp"
#include "store/corpus_lines.hpp"
#include "store/database_contents.hpp"
#include "store/database_lines.hpp"
#include "store/index_writer.hpp"
#include "store/live_lines.hpp"
#include "store/schema.hpp"
#include "store/shard_writer.hpp"
#include "store/xapian_door.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

namespace sitrep {

struct IndexWriter::State {
    State(std::string where, const BatchLimits& when_full)
        : path(std::move(where)), limits(when_full) {}

    std::string path;
    BatchLimits limits;
    std::optional<WriterLock> lock;  ///< of a set; a shard has its own
    std::vector<std::unique_ptr<ShardWriter>> shards;
    /// Of one shard that is built alone: then the second of `shards` has what the others teach.
    ShardPlace alone;
    std::vector<Xapian::Database> members;  ///< what each shard reads
    Xapian::Database reading;               ///< all of them
    AnalyzerConfig config = AnalyzerConfig::current();
    std::map<std::string, std::string> roots;
    DatabaseLines lines{reading, path};
    DatabaseContents contents{reading, members, path};
    CorpusLines corpus_lines;  ///< while all of it is fresh
    LiveLines live_lines{lines};
    bool settling_build = false;
    std::uint64_t commits = 0;  ///< of the set, noted in all its shards

    bool in_file = false;  ///< between begin_file() and end_file()
    FileKey file;
    bool known = false;
    std::unordered_set<std::string> added;

    std::size_t number_of(const FileKey& key) const {
        if (alone.number != 0) return shard_of(key, alone.count) == alone.number ? 0 : 1;
        return shards.size() == 1 ? 0 : shard_of(key, static_cast<unsigned>(shards.size())) - 1;
    }
    ShardWriter& shard(const FileKey& key) { return *shards[number_of(key)]; }
    bool is_other(const FileKey& key) const { return alone.number != 0 && number_of(key) == 1; }
    /// Those that hold articles.
    std::size_t whole_shards() const { return alone.number != 0 ? 1 : shards.size(); }

    /// Calls `work` with every shard, several at once: each is one thread's meanwhile.
    template <class Work>
    Result<void> on_each(const Work& work) {
        std::atomic<std::size_t> next = 0;
        std::vector<Result<void>> done(shards.size());
        const auto take = [&] {
            for (std::size_t i = next++; i < shards.size(); i = next++)
                done[i] = through_xapian(path, [&] { return work(*shards[i]); });
        };
        std::vector<std::thread> others;
        {
            const SignalsElsewhere held;
            while (others.size() + 1 < std::min<std::size_t>(shards.size(), limits.threads)) {
                if (!start_thread(others, take)) break;  // fewer do as well
            }
        }
        take();
        for (std::thread& other : others) other.join();
        for (Result<void>& one : done) {
            if (!one) return one;
        }
        return {};
    }

    /// Gathers `changes` of one shard into one batch, whatever they fill: all of them, or none.
    template <class... Changes>
    Result<void> push(ShardWriter& shard, Changes... changes) {
        Result<void> gathered;
        if (!(... && (gathered = gather(shard, Change(std::move(changes)))))) return gathered;
        if (!shard.is_full()) return {};
        note_unfinished();
        return shard.is_fresh() ? shard.build() : flush();
    }
    template <class... Changes>
    Result<void> push(const FileKey& key, Changes... changes) {
        return push(shard(key), std::move(changes)...);
    }
    Result<void> gather(ShardWriter& shard, Change change) {
        const bool was_fresh = shard.is_fresh();
        const auto held = lines.lock();  // other threads ask the same database for lines
        Result<void> pushed = through_xapian(path, [&] { return shard.push(std::move(change)); });
        if (pushed && was_fresh && !shard.is_fresh()) look_again();
        return pushed;
    }
    void note_in_all(const std::string& key, const std::string& value) {
        for (const auto& shard : shards) shard->note(key, value);
    }

    /// Shards are committed one by one: by this number a reader tells that it sees one commit.
    /// Those of a first build come as each is done.
    void number_commit() {
        const auto is_unchanged = [](const auto& shard) { return !shard->has_changes(); };
        const auto is_new = [](const auto& shard) {
            return shard->is_fresh() || shard->is_building();
        };
        if (whole_shards() < 2 || std::all_of(shards.begin(), shards.end(), is_unchanged) ||
            std::any_of(shards.begin(), shards.end(), is_new))
            return;
        note_in_all(schema::kCommitKey, std::to_string(++commits));
    }

    /// One shard is full, so the others are nearly.
    Result<void> flush() {
        number_commit();
        return write(
            [](ShardWriter& shard) { return shard.is_fresh() ? Result<void>() : shard.commit(); });
    }
    Result<void> commit() {
        note_unfinished();
        number_commit();
        if (Result<void> room = check_room_to_merge(); !room) return room;
        return write([](ShardWriter& shard) { return shard.commit(); });
    }

    /// Each shard looks for its own room, but all are written at once.
    Result<void> check_room_of(std::uint64_t (ShardWriter::*bytes)() const,
                               const std::string& purpose) const {
        std::uint64_t needed = 0;
        for (const auto& shard : shards) needed += (*shard.*bytes)();
        return needed == 0 ? Result<void>() : check_room(path, needed, purpose);
    }

    Result<void> check_room_to_merge() const {
        return check_room_of(&ShardWriter::build_bytes, "merge what was built");
    }

    template <class Work>
    Result<void> write(const Work& work) {
        const auto held = lines.lock();
        Result<void> done = on_each(work);
        look_again();
        return done;
    }

    /// After shards were written or opened anew. Whoever calls holds lines.lock().
    void look_again() {
        members.clear();
        reading = Xapian::Database();
        bool fresh = true;
        for (const auto& shard : shards) {
            members.push_back(shard->reading());
            reading.add_database(shard->reading());
            fresh = fresh && shard->is_fresh();
        }
        lines.changed();
        settling_build = settling_build && is_building();
        if (fresh && lines.learns() && !settling_build) {
            live_lines.ask(corpus_lines);
        } else {
            live_lines.ask(lines);
        }
    }

    bool is_building() const {
        return std::any_of(shards.begin(), shards.end(),
                           [](const auto& shard) { return shard->is_building(); });
    }

    /// What a first build made so far is read as one database.
    Result<void> settle_build() {
        settling_build = true;
        if (Result<void> room = check_room_to_merge(); !room) return room;
        return write([](ShardWriter& shard) { return shard.settle_build(); });
    }

    static SetMetadata state_change(const FileKey& key, const FileState& state) {
        return {schema::file_key(key), encode_file_state(state)};
    }

    /// What is committed in the middle of a file is read again by the next run, as known, and by
    /// the filter it was read by. Until then it counts what it had, or has by now.
    void note_unfinished() {
        if (!in_file || added.empty()) return;
        FileState now{file.path, {}, "", added.size(), 0, {}};
        const auto before = [this] {
            const auto held = lines.lock();
            return committed_state(file);
        }();
        if (before && *before) {  // one that cannot be read is none
            now.documents = std::max(now.documents, (*before)->documents);
            now.filter = (*before)->filter;
        }
        SetMetadata noted = state_change(file, now);
        shard(file).note(std::move(noted.key), std::move(noted.value));
    }

    Result<std::optional<FileState>> committed_state(const FileKey& key) {
        using Found = std::optional<FileState>;
        return through_xapian(path, [&]() -> Result<Found> {
            const std::string data = shard(key).reading().get_metadata(schema::file_key(key));
            if (data.empty()) return Found();
            Result<FileState> decoded = decode_file_state(data);
            if (!decoded) return decoded.error();
            return Found(*std::move(decoded));
        });
    }

    /// The documents of the file that it did not give this time.
    Result<std::vector<std::string>> others() {
        return through_xapian(path, [&] {
            const auto held = lines.lock();
            return shard(file).others_of_file(file, added);
        });
    }

    /// What the file no longer gives stays; its state counts it.
    Result<void> keep_others(FileState now) {
        const auto kept = others();
        if (!kept) return kept.error();
        now.documents += kept->size();
        return push(file, state_change(file, now));
    }

    /// What the file no longer gives stays for now; its state says so.
    Result<void> hold_others(FileState now) {
        auto held = others();
        if (!held) return held.error();
        const FileState after = now;
        now.held = held->size();
        now.documents += held->size();
        if (Result<void> put = push(file, state_change(file, now)); !put) return put;
        if (!held->empty()) shard(file).holding().add({file, after, *std::move(held)});
        return {};
    }
};

}  // namespace sitrep
