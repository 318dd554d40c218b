#include "store/index_writer.hpp"

#include "base/disk_space.hpp"
#include "base/file.hpp"
#include "store/bulk_build.hpp"
#include "store/compaction.hpp"
#include "store/database_contents.hpp"
#include "store/database_folder.hpp"
#include "store/first_term.hpp"
#include "store/generations.hpp"
#include "store/held_removals.hpp"
#include "store/live_lines.hpp"
#include "store/new_database.hpp"
#include "store/schema.hpp"
#include "store/touched_lines.hpp"
#include "store/unsettled.hpp"
#include "store/write_batch.hpp"
#include "store/xapian_door.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kXapianTermBytes = 245;

/// Of a first build. Smaller parts cost less time, but each leaves a chunk of its own in a word's
/// list: 64 take 7 % less of Xapian's time than 128, 256 make lists of an eighth less.
constexpr BatchLimits kShardLimits{16U << 20U, 128, std::chrono::hours(24)};

/// Rule 3 of what Xapian does not tell: an over-long term throws away the whole batch.
bool is_usable_term(const std::string& term) {
    const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    return !term.empty() && term.size() + nuls <= kXapianTermBytes;
}

}  // namespace

struct IndexWriter::State {
    State(std::string where, WriterLock held, const BatchLimits& when_full)
        : path(std::move(where)), lock(std::move(held)), limits(when_full) {}

    std::string path;
    std::string generation;
    WriterLock lock;
    BatchLimits limits;
    Xapian::WritableDatabase database;
    Xapian::Database reading;  ///< the same; of a build that is being settled, its parts
    AnalyzerConfig config;
    std::map<std::string, std::string> roots;
    WriteBatch batch;
    std::vector<RejectedDocument> rejected;
    DatabaseLines lines{reading, path};
    DatabaseContents contents{reading, path};
    TouchedLines touched;
    bool marked = false;  ///< the database says that it is not settled

    bool fresh = false;  ///< nothing was ever in it: what comes first may be built in parts
    std::unique_ptr<BulkBuild> bulk;
    bool settling_build = false;
    std::vector<Xapian::docid> replaced;  ///< documents of `reading`, made anew meanwhile
    CorpusLines corpus_lines;             ///< while it is fresh
    LiveLines live_lines{lines};

    HeldRemovals holding;
    bool in_file = false;  ///< between begin_file() and end_file()
    FileKey file;
    bool known = false;
    std::unordered_set<std::string> added;

    Result<void> push(Change change) {
        if (settling_build) note_replaced(change);
        if (fresh && !is_new(change)) {
            if (Result<void> ended = commit(); !ended) return ended;
            end_fresh();
        }
        batch.push(std::move(change));
        if (fresh)
            return batch.is_full(kShardLimits) || batch.is_full(limits) ? build() : Result<void>();
        return batch.is_full(limits) ? flush() : Result<void>();
    }

    void begin_fresh() {
        fresh = true;
        ask_lines();
    }
    void end_fresh() {
        fresh = false;
        ask_lines();
    }
    void ask_lines() {
        if (fresh && lines.learns()) return live_lines.ask(corpus_lines);
        live_lines.ask(lines);
    }

    static bool is_new(const Change& change) {
        if (const auto* put = std::get_if<PutDocument>(&change)) return !put->known;
        return std::holds_alternative<SetMetadata>(change);
    }

    /// In a build what is put again is new, and the old one goes before the parts are merged.
    void note_replaced(Change& change) {
        auto* put = std::get_if<PutDocument>(&change);
        if (put == nullptr || !put->known) return;
        put->known = false;
        const auto held = lines.lock();  // other threads ask the same database for lines
        const auto old = reading.postlist_begin(put->document.unique_term);
        if (old != reading.postlist_end(put->document.unique_term)) replaced.push_back(*old);
    }

    /// What a first build made so far is read as one database, if it can be.
    Result<void> settle_build() {
        if (Result<void> built = build(); !built) return built;
        Result<std::optional<Xapian::Database>> parts = bulk->seal();
        if (!parts) return parts.error();
        if (!*parts) return end_build();
        const auto held = lines.lock();
        reading = **parts;
        settling_build = true;
        touched.add_all();
        live_lines.ask(lines);
        return {};
    }

    Result<void> commit() { return bulk ? end_build() : flush(); }

    /// The batch becomes a part of a first build.
    Result<void> build() {
        if (!bulk) {
            auto started = BulkBuild::start(path + "/" + kBuildFolder, limits.threads, database);
            if (!started) return started.error();
            bulk = *std::move(started);
            batch.push(SetMetadata{schema::kUnsettledKey, "1"});
            marked = true;
        }
        note_unfinished();
        return bulk->add(std::exchange(batch, {}));
    }

    Result<void> end_build() {
        if (Result<void> built = build(); !built) return built;
        settling_build = false;
        if (Result<void> removed = bulk->remove(std::exchange(replaced, {})); !removed)
            return removed;
        if (Result<void> published = publish_build(); !published) return published;
        const auto held = lines.lock();
        lines.changed();
        return open_generation();
    }

    /// The parts become the live generation.
    Result<void> publish_build() {
        const std::string next = next_generation(generation);
        const std::string merged = path + "/" + next + ".tmp";
        const std::uint64_t needed = tree_bytes(path + "/" + kBuildFolder);
        if (Result<void> room = check_room(path, needed, "merge what was built"); !room)
            return room;
        if (Result<void> done = bulk->merge_into(merged); !done) return done;
        if (Result<void> swapped = swap_in(path, merged, next); !swapped) return swapped;
        for (RejectedDocument& one : bulk->take_rejected()) rejected.push_back(std::move(one));
        bulk.reset();
        end_fresh();
        touched.add_all();
        generation = path + "/" + next;
        if (Result<void> away = put_away_build(path); !away) return away;
        remove_leftovers(path, generation);
        return {};
    }

    Result<void> compact() {
        Result<std::string> compacted = compact_generation(path, generation);
        if (!compacted) return compacted.error();
        generation = *std::move(compacted);
        if (Result<void> opened = open_generation(); !opened) return opened;
        remove_leftovers(path, generation);
        return {};
    }

    Result<void> open_generation() {
        return through_xapian(path, [this] {
            database =
                Xapian::WritableDatabase(generation, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
            reading = database;
        });
    }

    /// What is committed in the middle of a file is read again by the next run, as known.
    void note_unfinished() {
        if (!in_file || added.empty()) return;
        batch.push(
            SetMetadata{schema::file_key(file), encode_file_state({file.path, {}, "", 0, 0, {}})});
    }

    /// What the file no longer gives stays for now; its state says so.
    Result<void> hold_others(FileState now) {
        auto others = through_xapian(path, [this] { return others_of_file(); });
        if (!others) return others.error();
        const std::uint64_t count = others->size();
        const FileState after = now;
        now.held = count;
        now.documents += count;
        if (Result<void> put = push(SetMetadata{schema::file_key(file), encode_file_state(now)});
            !put)
            return put;
        if (count != 0) holding.add({file, after, *std::move(others)});
        return {};
    }

    /// The unique terms of the file's documents that were not added again.
    std::vector<std::string> others_of_file() const {
        const auto locked = lines.lock();
        std::vector<std::string> others;
        const std::string term = file_term(file);
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
            std::string unique = unique_term_of(database, *at);
            if (!unique.empty() && !added.contains(unique)) others.push_back(std::move(unique));
        }
        return others;
    }

    Result<void> apply() {
        const auto held = lines.lock();
        lines.changed();
        return through_xapian(path, [this] { batch.apply(database, rejected, touched); });
    }

    Result<void> flush() {
        if (batch.empty()) return {};
        note_unfinished();
        if (batch.changes_documents()) end_fresh();
        if (batch.changes_documents() && !marked) {
            batch.push(SetMetadata{schema::kUnsettledKey, "1"});
            marked = true;
        }
        Result<void> applied = apply();
        if (!applied) return applied;
        return sync_directory(
            generation);  // Xapian renames its root file and never syncs the folder
    }
};

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

Result<IndexWriter> IndexWriter::open(const std::string& path, const BatchLimits& limits,
                                      const LockWait& wait) {
    // Never let Xapian commit by itself: such a commit could not be followed by our sync.
    ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000", 1);
    if (Result<void> made = make_private_directory(path); !made) return made.error();
    Result<bool> there = has_database(path);
    if (!there) return there.error();
    if (!*there) {
        if (Result<void> ours = refuse_foreign_folder(path); !ours) return ours.error();
    }
    Result<WriterLock> lock = WriterLock::acquire(path, wait);
    if (!lock) return lock.error();
    if (there = has_database(path); !there)
        return there.error();  // another may have made it meanwhile
    if (!*there) {
        if (Result<void> created = create_database(path); !created) return created.error();
    }
    Result<std::string> generation = live_generation(path);
    if (!generation) return generation.error();
    auto state = std::make_unique<State>(path, *std::move(lock), limits);
    state->generation = *generation;
    Result<std::unique_ptr<BulkBuild>> left = BulkBuild::resume(path + "/" + kBuildFolder);
    if (!left) return left.error();
    state->bulk = *std::move(left);
    if (state->bulk) {
        if (Result<void> published = state->publish_build(); !published) return published.error();
    }
    remove_leftovers(path, state->generation);
    if (Result<void> opened = state->open_generation(); !opened) return opened.error();
    const Result<AnalyzerConfig> config =
        through_xapian(path, [&] { return schema::check(state->database, path); });
    if (!config) return config.error();
    state->config = *config;
    Result<std::map<std::string, std::string>> roots =
        through_xapian(path, [&] { return schema::roots(state->database); });
    if (!roots) return roots.error();
    state->roots = *std::move(roots);
    Result<void> settled = through_xapian(path, [&] {
        state->lines.learn(schema::learns(state->database));
        state->marked = !state->database.get_metadata(schema::kUnsettledKey).empty();
    });
    if (!settled) return settled.error();
    if (state->marked) state->touched.add_all();
    if (state->roots.empty() && state->database.get_doccount() == 0) state->begin_fresh();
    return IndexWriter(std::move(state));
}

const AnalyzerConfig& IndexWriter::analyzer_config() const { return state_->config; }

const std::map<std::string, std::string>& IndexWriter::roots() const { return state_->roots; }

void IndexWriter::put_root(const std::string& id, const std::string& path) {
    state_->roots[id] = path;
    state_->batch.push(SetMetadata{schema::root_key(id), path});
    state_->batch.push(SetMetadata{schema::kRootsKey, schema::roots_sum(state_->roots)});
}

const Contents& IndexWriter::contents() const { return state_->contents; }

Result<FileStates> IndexWriter::file_states(const std::string& root_id) const {
    return state_->contents.file_states(root_id);
}

void IndexWriter::begin_file(const FileKey& file, bool known) {
    state_->in_file = true;
    state_->file = file;
    state_->known = known;
    state_->added.clear();
}

Result<void> IndexWriter::add(IndexDocument document, const std::string& origin) {
    if (document.terms.size() > kMaxDocumentTerms)
        return Error{ErrorCode::BadInput, "has more different words than any article",
                     "split it into articles, or leave it out"};
    for (const auto& [term, entry] : document.terms) {
        if (!is_usable_term(term))
            return Error{ErrorCode::BadInput, "has a term that no index can hold"};
    }
    state_->added.insert(document.unique_term);
    return state_->push(PutDocument{std::move(document), origin, state_->known});
}

void IndexWriter::put_file_system(const std::string& root_id, const FileSystem& file_system) {
    state_->batch.push(
        SetMetadata{schema::file_system_key(root_id), encode_file_system(file_system)});
}

void IndexWriter::hold_removals(const std::string& root_id, std::uint64_t most) {
    state_->holding.hold(root_id, most);
}

std::uint64_t IndexWriter::held_removals(const std::string& root_id) const {
    return state_->holding.count(root_id);
}

Result<void> IndexWriter::release_removals(const std::string& root_id) {
    for (HeldRemovals::Removal& removal : state_->holding.take(root_id)) {
        Result<void> pushed = state_->push(RemoveDocuments{std::move(removal.unique_terms)});
        if (!pushed) return pushed;
        if (Result<void> put = put_state(removal.file, removal.state); !put) return put;
    }
    return {};
}

Result<void> IndexWriter::end_file(const FileState& state) {
    state_->in_file = false;
    const bool good = state.failed == 0 && !state.content_hash.empty();
    const bool complete = good || !state_->added.empty();
    if (state_->known && complete && state_->holding.holds(state_->file.root))
        return state_->hold_others(state);
    if (state_->known && complete) {
        Result<void> pushed =
            state_->push(RemoveOthers{file_term(state_->file), std::move(state_->added)});
        if (!pushed) return pushed;
    }
    return put_state(state_->file, state);
}

Result<void> IndexWriter::put_state(const FileKey& file, const FileState& state) {
    return state_->push(SetMetadata{schema::file_key(file), encode_file_state(state)});
}

Result<void> IndexWriter::remove_file(const FileKey& file) {
    if (Result<void> pushed = state_->push(RemoveOthers{file_term(file), {}}); !pushed)
        return pushed;
    return state_->push(SetMetadata{schema::file_key(file), ""});
}

Result<void> IndexWriter::remove_root(const std::string& id) {
    auto states = file_states(id);
    if (!states) return states.error();
    for (const auto& [path, state] : *states) {
        if (Result<void> removed = remove_file({id, path}); !removed) return removed;
    }
    state_->roots.erase(id);
    state_->batch.push(SetMetadata{schema::kRootsKey, schema::roots_sum(state_->roots)});
    state_->batch.push(SetMetadata{schema::file_system_key(id), ""});
    return state_->push(SetMetadata{schema::root_key(id), ""});
}

const FurnitureLines& IndexWriter::furniture() const { return state_->live_lines; }

void IndexWriter::saw(const IndexDocument& document) { state_->live_lines.saw(document); }

void IndexWriter::learn_lines(bool on) {
    if (state_->lines.learns() == on) return;
    state_->lines.learn(on);
    state_->ask_lines();
    state_->batch.push(SetMetadata{schema::kLearnedKey, on ? "" : "off"});
    state_->batch.push(SetMetadata{schema::kUnsettledKey, "1"});
    state_->marked = true;
    state_->touched.add_all();
}

bool IndexWriter::is_building() const { return state_->bulk != nullptr; }

Result<std::map<FileKey, UnsettledDocuments>> IndexWriter::unsettled() {
    if (is_building()) {
        const Result<void> ready =
            through_xapian(state_->path, [&] { return state_->settle_build(); });
        if (!ready) return ready.error();
    }
    state_->lines.forget();
    if (std::optional<Error> trouble = state_->lines.take_trouble()) return *std::move(trouble);
    const auto held = state_->lines.lock();
    auto files = through_xapian(state_->path, [&] {
        return find_unsettled(state_->reading, state_->touched, state_->lines.learns());
    });
    if (!files) return files.error();
    return *std::move(files);
}

Result<void> IndexWriter::replace(IndexDocument document, const std::string& origin) {
    return through_xapian(state_->path, [&] {
        return state_->push(PutDocument{std::move(document), origin, true});
    });
}

Result<void> IndexWriter::settled() {
    if (std::optional<Error> trouble = state_->lines.take_trouble()) return *std::move(trouble);
    if (state_->marked) state_->batch.push(SetMetadata{schema::kUnsettledKey, ""});
    if (Result<void> committed = state_->commit(); !committed) return committed;
    state_->marked = false;
    state_->touched.clear();
    return {};
}

Result<std::optional<FileState>> IndexWriter::file_state(const FileKey& file) const {
    using Found = std::optional<FileState>;
    return through_xapian(state_->path, [&]() -> Result<Found> {
        const std::string data = state_->reading.get_metadata(schema::file_key(file));
        if (data.empty()) return Found();
        Result<FileState> decoded = decode_file_state(data);
        if (!decoded) return decoded.error();
        return Found(*std::move(decoded));
    });
}

Result<void> IndexWriter::commit() { return state_->commit(); }

Result<void> IndexWriter::compact() {
    if (Result<void> committed = commit(); !committed) return committed;
    const auto held = state_->lines.lock();
    return state_->compact();
}

std::uint64_t IndexWriter::bytes() const { return tree_bytes(state_->generation); }

Result<std::vector<RunRecord>> IndexWriter::runs() const {
    return through_xapian(state_->path, [this] {
        return decode_runs(state_->database.get_metadata(schema::kRunsKey));
    });
}

Result<void> IndexWriter::add_runs(const std::vector<RunRecord>& more) {
    Result<std::vector<RunRecord>> all = runs();
    if (!all) return all.error();
    all->insert(all->end(), more.begin(), more.end());
    Result<void> pushed = state_->push(SetMetadata{schema::kRunsKey, encode_runs(*all)});
    return pushed ? commit() : pushed;
}

std::vector<RejectedDocument> IndexWriter::take_rejected() {
    return std::exchange(state_->rejected, {});
}

std::uint64_t IndexWriter::document_count() const { return state_->database.get_doccount(); }

}  // namespace sitrep
