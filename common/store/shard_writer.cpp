#include "store/shard_writer.hpp"

#include "base/disk_space.hpp"
#include "base/file.hpp"
#include "store/compaction.hpp"
#include "store/database_folder.hpp"
#include "store/first_term.hpp"
#include "store/generations.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

#include <variant>

namespace sitrep {
namespace {

/// Of a first build. Smaller parts cost less time, but each leaves a chunk of its own in a word's
/// list: 64 take 7 % less of Xapian's time than 128, 256 make lists of an eighth less.
constexpr BatchLimits kPartLimits{16U << 20U, 128, std::chrono::hours(24)};

bool is_new(const Change& change) {
    if (const auto* put = std::get_if<PutDocument>(&change)) return !put->known;
    return std::holds_alternative<SetMetadata>(change);
}

}  // namespace

Result<std::unique_ptr<ShardWriter>> ShardWriter::open(const std::string& path, WriterLock lock,
                                                       const BatchLimits& limits,
                                                       std::size_t parts) {
    Result<std::string> generation = live_generation(path);
    if (!generation) return generation.error();
    std::unique_ptr<ShardWriter> shard(new ShardWriter(path, std::move(lock), limits, parts));
    shard->generation_ = *std::move(generation);
    Result<std::unique_ptr<BulkBuild>> left = BulkBuild::resume(path + "/" + kBuildFolder, parts);
    if (!left) return left.error();
    shard->bulk_ = *std::move(left);
    if (shard->bulk_) {
        if (Result<void> published = shard->publish_build(); !published) return published.error();
    }
    if (Result<void> opened = shard->open_generation(); !opened) return opened.error();
    return through_xapian(path, [&]() -> Result<std::unique_ptr<ShardWriter>> {
        const Xapian::Database& database = shard->database_;
        if (auto config = schema::check(database, path); !config) return config.error();
        remove_leftovers(path, shard->generation_);  // not before: one of them may be the last copy
        shard->learns_ = schema::learns(database);
        shard->marked_ = !database.get_metadata(schema::kUnsettledKey).empty();
        if (shard->marked_) shard->touched_.add_all();
        shard->fresh_ = database.get_doccount() == 0 && schema::roots(database).empty();
        return std::move(shard);
    });
}

Result<void> ShardWriter::open_generation() {
    return through_xapian(path_, [this] {
        database_ = open_glass_for_writing(generation_);
        reading_ = database_;
    });
}

std::uint64_t ShardWriter::bytes() const { return tree_bytes(generation_); }

std::uint64_t ShardWriter::build_bytes() const { return bulk_ ? bulk_->bytes() : 0; }

bool ShardWriter::is_full() const {
    return batch_.is_full(limits_) || (fresh_ && batch_.is_full(kPartLimits));
}

Result<void> ShardWriter::push(Change change) {
    if (settling_build_ && was_replaced(change)) return {};
    if (fresh_ && !is_new(change)) {
        if (Result<void> ended = commit(); !ended) return ended;
        fresh_ = false;
    }
    batch_.push(std::move(change));
    return {};
}

/// In a build what is put again is new, and the old one goes before the parts are merged. A file
/// that is read twice gives some articles twice: true for the second, which is the first again.
bool ShardWriter::was_replaced(Change& change) {
    auto* put = std::get_if<PutDocument>(&change);
    if (put == nullptr || !put->known) return false;
    put->known = false;
    const auto old = reading_.postlist_begin(put->document.unique_term);
    return old != reading_.postlist_end(put->document.unique_term) &&
           !replaced_.insert(*old).second;
}

void ShardWriter::mark() {
    if (marked_) return;
    note(schema::kUnsettledKey, "1");
    marked_ = true;
}

Result<void> ShardWriter::flush() {
    if (batch_.empty()) return {};
    if (batch_.changes_documents()) {
        fresh_ = false;
        mark();
    }
    Result<void> applied =
        through_xapian(path_, [this] { batch_.apply(database_, rejected_, touched_); });
    if (!applied) return applied;
    return sync_directory(generation_);  // Xapian renames its root file and never syncs the folder
}

Result<void> ShardWriter::build() {
    if (!bulk_) {
        auto started =
            BulkBuild::start(path_ + "/" + kBuildFolder, limits_.threads, parts_, database_);
        if (!started) return started.error();
        bulk_ = *std::move(started);
        mark();
    }
    return bulk_->add(std::exchange(batch_, {}));
}

Result<void> ShardWriter::settle_build() {
    if (!bulk_) return flush();
    if (Result<void> built = build(); !built) return built;
    Result<Xapian::Database> parts = bulk_->seal();
    if (!parts) return parts.error();
    reading_ = *std::move(parts);
    settling_build_ = true;
    touched_.add_all();
    return {};
}

Result<void> ShardWriter::end_build() {
    if (Result<void> built = build(); !built) return built;
    settling_build_ = false;
    reading_ = Xapian::Database();  // four files of each part, which the merge opens again
    if (Result<void> removed = bulk_->remove(std::exchange(replaced_, {})); !removed)
        return removed;
    if (Result<void> published = publish_build(); !published) return published;
    return open_generation();
}

/// The parts become the live generation.
Result<void> ShardWriter::publish_build() {
    const std::string next = next_generation(generation_);
    const std::string merged = path_ + "/" + next + ".tmp";
    if (Result<void> room = check_room(path_, build_bytes(), "merge what was built"); !room)
        return room;
    if (Result<void> done = bulk_->merge_into(merged); !done) return done;
    if (Result<void> swapped = swap_in(path_, merged, next); !swapped) return swapped;
    for (RejectedDocument& one : bulk_->take_rejected()) rejected_.push_back(std::move(one));
    bulk_.reset();
    fresh_ = false;
    touched_.add_all();
    generation_ = path_ + "/" + next;
    if (Result<void> away = put_away_build(path_); !away) return away;
    remove_leftovers(path_, generation_);
    return {};
}

void ShardWriter::learn_lines(bool on) {
    if (learns_ == on) return;
    learns_ = on;
    note(schema::kLearnedKey, on ? "" : "off");
    note(schema::kUnsettledKey, "1");
    marked_ = true;
    touched_.add_all();
}

void ShardWriter::note_settled() {
    if (marked_) note(schema::kUnsettledKey, "");
}

void ShardWriter::forget_touched() {
    marked_ = false;
    touched_.clear();
}

Result<void> ShardWriter::compact() {
    Result<std::string> compacted = compact_generation(path_, generation_);
    if (!compacted) return compacted.error();
    generation_ = *std::move(compacted);
    if (Result<void> opened = open_generation(); !opened) return opened;
    remove_leftovers(path_, generation_);
    return {};
}

std::vector<std::string> ShardWriter::others_of_file(
    const FileKey& file, const std::unordered_set<std::string>& kept) const {
    std::vector<std::string> others;
    const std::string term = file_term(file);
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
        std::string unique = unique_term_of(database_, *at);
        if (!unique.empty() && !kept.contains(unique)) others.push_back(std::move(unique));
    }
    return others;
}

}  // namespace sitrep
