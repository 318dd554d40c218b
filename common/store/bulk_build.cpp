#include "store/bulk_build.hpp"

#include "base/disk_space.hpp"
#include "base/file.hpp"
#include "base/number.hpp"
#include "base/thread_signals.hpp"
#include "store/touched_lines.hpp"
#include "store/xapian_door.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <new>
#include <utility>

namespace sitrep {
namespace {

/// How many of the shards are safe; in the base of an unfinished build only.
constexpr const char* kShardsKey = "build.shards";
/// Shards that are merged as soon as all are written, and made safe together.
constexpr std::size_t kGroup = 16;
/// Shards that a kill may lose at most.
constexpr std::size_t kMostAtRisk = 3 * kGroup;
/// In the base: some parts lack documents already that others replace.
constexpr const char* kCutKey = "build.cut";
constexpr int kNew = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS;

std::string base_path(const std::string& folder) { return folder + "/base"; }

void merge(const std::vector<std::string>& parts, const std::string& whole) {
    Xapian::Database all;
    for (const std::string& part : parts) all.add_database(Xapian::Database(part));
    all.compact(whole, Xapian::Compactor::FULL);
}

}  // namespace

Result<std::unique_ptr<BulkBuild>> BulkBuild::start(const std::string& folder, unsigned threads,
                                                    std::size_t most_parts,
                                                    const Xapian::Database& described) {
    if (Result<void> removed = remove_tree(folder); !removed) return removed.error();
    if (Result<void> made = make_private_directory(folder); !made) return made.error();
    std::unique_ptr<BulkBuild> build(new BulkBuild(folder, most_parts));
    const SignalsElsewhere held;
    for (unsigned i = 0; i < threads; ++i) {
        Result<void> started = start_thread(build->threads_, [one = build.get()] { one->work(); });
        if (!started && i == 0) return started.error();
        if (!started) break;  // fewer do as well
    }
    Result<void> opened = through_xapian(folder, [&] {
        build->base_ = Xapian::WritableDatabase(base_path(folder), kNew);
        for (auto key = described.metadata_keys_begin(); key != described.metadata_keys_end();
             ++key) {
            build->base_.set_metadata(*key, described.get_metadata(*key));
        }
    });
    if (!opened) return opened.error();
    return build;
}

Result<std::unique_ptr<BulkBuild>> BulkBuild::resume(const std::string& folder,
                                                     std::size_t most_parts) {
    const Result<FileInfo> base = file_info(base_path(folder));
    if (!base) return base.error();
    if (base->kind == FileKind::Missing) return std::unique_ptr<BulkBuild>();
    std::unique_ptr<BulkBuild> build(new BulkBuild(folder, most_parts));
    Result<void> opened = through_xapian(folder, [&] {
        try {
            build->base_ = Xapian::WritableDatabase(base_path(folder), Xapian::DB_OPEN);
        } catch (const Xapian::DatabaseError&) {
            return;  // killed while it was made; what nobody could use is no loss
        }
        const auto shards = number_in<std::size_t>(build->base_.get_metadata(kShardsKey));
        constexpr std::size_t kMost = 1U << 20U;  // a note of more is damaged
        if (!shards || *shards > kMost || !build->base_.get_metadata(kCutKey).empty()) return;
        build->shards_ = build->noted_ = *shards;
        for (std::size_t group = 0; group < build->shards_ / kGroup; ++group)
            build->merged_.insert(group);
    });
    if (!opened) return opened.error();
    if (build->shards_ == 0) return std::unique_ptr<BulkBuild>();
    return build;
}

BulkBuild::BulkBuild(std::string folder, std::size_t most_parts)
    : folder_(std::move(folder)), most_parts_(most_parts) {}

BulkBuild::~BulkBuild() {
    {
        const std::scoped_lock held(mutex_);
        closed_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

Result<void> BulkBuild::add(WriteBatch batch) {
    notes_.push_back({shards_, batch.take_metadata()});
    if (!batch.empty()) {
        if (shards_ == sealed_) shards_ += (kGroup - shards_ % kGroup) % kGroup;
        notes_.back().shard = ++shards_;
        std::unique_lock held(mutex_);
        changed_.wait(held,
                      [this] { return trouble_ || (waiting_.empty() && !is_too_much_at_risk()); });
        if (trouble_) return *trouble_;
        ++unwritten_;
        waiting_.push_back({shards_ - 1, std::move(batch)});
        changed_.notify_all();
    }
    return note_safe();
}

void BulkBuild::work() {
    try {
        write_all();
    } catch (const std::bad_alloc&) {
        const std::scoped_lock held(mutex_);
        if (!trouble_) trouble_ = out_of_memory(folder_);
    }
    changed_.notify_all();
}

void BulkBuild::write_all() {
    std::unique_lock held(mutex_);
    while (true) {
        changed_.wait(held, [this] { return !waiting_.empty() || closed_; });
        if (waiting_.empty()) return;
        Shard shard = std::move(waiting_.front());
        waiting_.pop_front();
        changed_.notify_all();
        held.unlock();
        write(std::move(shard));
        held.lock();
        changed_.notify_all();
    }
}

void BulkBuild::write(Shard shard) {
    std::vector<RejectedDocument> rejected;
    Result<void> written = through_xapian(folder_, [&] {
        Xapian::WritableDatabase database(shard_path(shard.number), kNew | Xapian::DB_NO_SYNC);
        TouchedLines touched;
        touched.add_all();  // what a first build brings is all new
        shard.batch.apply(database, rejected, touched);
        database.close();
    });
    const std::size_t group = shard.number / kGroup;
    bool whole = false;
    {
        const std::scoped_lock held(mutex_);
        if (!rejected.empty()) rejected_[shard.number] = std::move(rejected);
        whole = ++written_[group] == kGroup;
    }
    if (written && whole) written = merge_group(group);
    const std::scoped_lock held(mutex_);
    if (!written && !trouble_) trouble_ = written.error();
    if (whole) merged_.insert(group);
    --unwritten_;
}

/// Takes the place of its shards by one rename, so that what bears its name is whole and safe.
Result<void> BulkBuild::merge_group(std::size_t group) const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < kGroup; ++i) parts.push_back(shard_path(group * kGroup + i));
    const std::string merged = group_path(group);
    const std::string temporary = merged + ".tmp";
    if (Result<void> done = through_xapian(folder_, [&] { merge(parts, temporary); }); !done)
        return done;
    if (Result<void> synced = sync_tree(temporary); !synced) return synced;
    if (std::rename(temporary.c_str(), merged.c_str()) != 0)
        return io_error("cannot make " + merged, errno);
    for (const std::string& part : parts) {
        if (Result<void> removed = remove_tree(part); !removed) return removed;
    }
    return sync_directory(folder_);
}

/// Counts what is safe: the groups that are merged, in order.
Result<void> BulkBuild::note_safe() {
    std::size_t safe = 0;
    {
        const std::scoped_lock held(mutex_);
        if (trouble_) return *trouble_;
        safe = safe_shards();
    }
    return safe == noted_ || sealed_ ? Result<void>() : note(safe);
}

/// Once it is sealed nothing more becomes safe before the end.
bool BulkBuild::is_too_much_at_risk() const {
    return !sealed_ && shards_ > safe_shards() + kMostAtRisk;
}

std::size_t BulkBuild::safe_shards() const {
    std::size_t safe = noted_;
    while (merged_.contains(safe / kGroup)) safe += kGroup;
    return safe;
}

Result<void> BulkBuild::note(std::size_t shards) {
    Result<void> noted = through_xapian(folder_, [&] {
        for (; !notes_.empty() && notes_.front().shard <= shards; notes_.pop_front()) {
            for (const SetMetadata& metadata : notes_.front().metadata)
                base_.set_metadata(metadata.key, metadata.value);
        }
        noted_ = shards;
        base_.set_metadata(kShardsKey, std::to_string(noted_));
        base_.commit();
    });
    if (!noted) return noted;
    return sync_directory(base_path(folder_));
}

/// Waits for what is being written, and makes it safe; merged groups are already.
Result<void> BulkBuild::finish_shards() {
    {
        std::unique_lock held(mutex_);
        changed_.wait(held, [this] { return unwritten_ == 0 || trouble_; });
        if (trouble_) return *trouble_;
    }
    for (std::size_t i = 0; i < shards_; ++i) {
        if (merged_.contains(i / kGroup) || is_left_out(i)) continue;
        if (Result<void> synced = sync_tree(shard_path(i)); !synced) return synced;
    }
    return sync_directory(folder_);
}

/// Whether a seal left room for the shard, to its group's end.
bool BulkBuild::is_left_out(std::size_t shard) const {
    return sealed_ && shard >= *sealed_ && shard / kGroup == (*sealed_ - 1) / kGroup;
}

/// In order.
std::vector<std::string> BulkBuild::parts_from(std::size_t shard) const {
    std::vector<std::string> parts;
    for (std::size_t i = shard; i < shards_;) {
        const bool merged = merged_.contains(i / kGroup);
        const std::size_t end = merged ? i + kGroup : i + 1;
        if (merged)
            parts.push_back(group_path(i / kGroup));
        else if (!is_left_out(i))
            parts.push_back(shard_path(i));
        i = end;
    }
    return parts;
}

Result<Xapian::Database> BulkBuild::seal() {
    if (Result<void> finished = finish_shards(); !finished) return finished.error();
    if (Result<void> noted = note(shards_); !noted) return noted.error();
    return through_xapian(folder_, [&] {
        sealed_parts_ = few(parts_from(0));
        if (level_ > 1) {
            for (const std::string& part : sealed_parts_) doubled_bytes_ += tree_bytes(part);
        }
        sealed_parts_.insert(sealed_parts_.begin(), base_path(folder_));
        sealed_ = shards_;
        Xapian::Database all;
        for (const std::string& part : sealed_parts_) all.add_database(Xapian::Database(part));
        return all;
    });
}

std::uint64_t BulkBuild::bytes() const {
    const std::uint64_t all = tree_bytes(folder_);
    return all - std::min(all, doubled_bytes_);
}

Result<void> BulkBuild::remove(const std::set<Xapian::docid>& documents) {
    if (documents.empty()) return {};
    std::map<std::size_t, std::vector<Xapian::docid>> by_part;
    const std::size_t count = sealed_parts_.size();
    for (const Xapian::docid id : documents) {
        const std::size_t at = id - 1;
        by_part[at % count].push_back(static_cast<Xapian::docid>(at / count + 1));
    }
    Result<void> noted = through_xapian(folder_, [&] {
        base_.set_metadata(kCutKey, "1");
        base_.commit();
    });
    if (!noted) return noted;
    // Before anything is taken out: else a power cut leaves parts that look whole.
    if (Result<void> synced = sync_directory(base_path(folder_)); !synced) return synced;
    return through_xapian(folder_, [&] {
        for (const auto& [part, ids] : by_part) {
            Xapian::WritableDatabase database(sealed_parts_[part], Xapian::DB_OPEN);
            for (const Xapian::docid id : ids) database.delete_document(id);
            database.commit();
        }
    });
}

Result<void> BulkBuild::merge_into(const std::string& generation) {
    if (Result<void> finished = finish_shards(); !finished) return finished;
    if (Result<void> noted = note(shards_); !noted) return noted;
    return through_xapian(folder_, [&] {
        std::vector<std::string> all = sealed_parts_;
        if (all.empty()) all.push_back(base_path(folder_));
        std::vector<std::string> later = few(parts_from(sealed_.value_or(0)));
        all.insert(all.end(), later.begin(), later.end());
        merge(all, generation);
        Xapian::WritableDatabase whole(generation, Xapian::DB_OPEN);
        for (const char* key : {kShardsKey, kCutKey}) whole.set_metadata(key, "");
        whole.commit();
    });
}

std::vector<std::string> BulkBuild::few(std::vector<std::string> parts) {
    while (parts.size() > most_parts_) parts = merged_by_groups(parts);
    return parts;
}

/// What is merged stays until the end: a kill may come before it.
std::vector<std::string> BulkBuild::merged_by_groups(const std::vector<std::string>& parts) {
    ++level_;
    std::vector<std::string> wholes;
    for (auto begin = parts.begin(); begin != parts.end();) {
        const auto end = begin + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(most_parts_),
                                                          parts.end() - begin);
        wholes.push_back(fmt::format("{}/merged-{}-{}", folder_, level_, wholes.size()));
        static_cast<void>(remove_tree(wholes.back()));  // a kill may have left one
        merge({begin, end}, wholes.back());
        begin = end;
    }
    return wholes;
}

std::vector<RejectedDocument> BulkBuild::take_rejected() {
    const std::scoped_lock held(mutex_);
    std::vector<RejectedDocument> all;
    for (auto& [number, some] : std::exchange(rejected_, {})) {
        for (RejectedDocument& one : some) all.push_back(std::move(one));
    }
    return all;
}

std::string BulkBuild::group_path(std::size_t group) const {
    return fmt::format("{}/merged-{}", folder_, group);
}

std::string BulkBuild::shard_path(std::size_t number) const {
    return fmt::format("{}/{:08}", folder_, number);
}

}  // namespace sitrep
