#include "store/index_writer.hpp"

#include "base/disk_space.hpp"
#include "base/file.hpp"
#include "base/open_files.hpp"
#include "base/strings.hpp"
#include "base/thread_signals.hpp"
#include "model/stored_article.hpp"
#include "store/database_contents.hpp"
#include "store/database_folder.hpp"
#include "store/generations.hpp"
#include "store/live_database.hpp"
#include "store/live_lines.hpp"
#include "store/new_database.hpp"
#include "store/schema.hpp"
#include "store/shard_writer.hpp"
#include "store/unsettled.hpp"
#include "store/xapian_door.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <set>
#include <thread>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kXapianTermBytes = 245;

/// Rule 3 of what Xapian does not tell: an over-long term throws away the whole batch.
bool is_usable_term(const std::string& term) {
    const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    return !term.empty() && term.size() + nuls <= kXapianTermBytes;
}

/// Parts of a first build that are read or merged at once, of all shards together.
constexpr std::size_t kMostParts = 128;

/// What is left of a document of another shard: what it teaches of lines, and whose it is.
void leave_lines(IndexDocument& document) {
    TermMap kept;
    for (auto& [term, entry] : document.terms) {
        if (term == document.unique_term || term.starts_with(kLinePrefix) || term.starts_with("XF"))
            kept.emplace_hint(kept.end(), term, std::move(entry));
    }
    document.terms = std::move(kept);
    std::erase_if(document.values, [](const auto& value) { return value.first != Slot::Story; });
    document.data.clear();
}

}  // namespace

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

    Result<void> push(const FileKey& key, Change change) {
        return push(shard(key), std::move(change));
    }
    Result<void> push(ShardWriter& shard, Change change) {
        const bool was_fresh = shard.is_fresh();
        {
            const auto held = lines.lock();  // other threads ask the same database for lines
            Result<void> pushed =
                through_xapian(path, [&] { return shard.push(std::move(change)); });
            if (!pushed) return pushed;
            if (was_fresh && !shard.is_fresh()) look_again();
        }
        if (!shard.is_full()) return {};
        note_unfinished();
        return shard.is_fresh() ? shard.build() : flush();
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
        if (Result<void> room = check_room_of(&ShardWriter::build_bytes, "merge what was built");
            !room)
            return room;
        return write([](ShardWriter& shard) { return shard.commit(); });
    }

    /// Each shard looks for its own room, but all are written at once.
    Result<void> check_room_of(std::uint64_t (ShardWriter::*bytes)() const,
                               const std::string& purpose) const {
        std::uint64_t needed = 0;
        for (const auto& shard : shards) needed += (*shard.*bytes)();
        return needed == 0 ? Result<void>() : check_room(path, needed, purpose);
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
        return write([](ShardWriter& shard) { return shard.settle_build(); });
    }

    /// What is committed in the middle of a file is read again by the next run, as known.
    void note_unfinished() {
        if (!in_file || added.empty()) return;
        shard(file).note(schema::file_key(file), encode_file_state({file.path, {}, "", 0, 0, {}}));
    }

    /// What the file no longer gives stays for now; its state says so.
    Result<void> hold_others(FileState now) {
        ShardWriter& own = shard(file);
        auto others = through_xapian(path, [&] {
            const auto held = lines.lock();
            return own.others_of_file(file, added);
        });
        if (!others) return others.error();
        const std::uint64_t count = others->size();
        const FileState after = now;
        now.held = count;
        now.documents += count;
        if (Result<void> put =
                push(own, SetMetadata{schema::file_key(file), encode_file_state(now)});
            !put)
            return put;
        if (count != 0) own.holding().add({file, after, *std::move(others)});
        return {};
    }
};

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

/// What open() does, step by step.
class Opening {
  public:
    Opening(const std::string& path, const BatchLimits& limits, const LockWait& wait,
            const ShardPlace& wanted)
        : path_(path), limits_(limits), wait_(wait), wanted_(wanted) {}

    Result<IndexWriter> run() {
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
        raise_open_file_limit();
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

const AnalyzerConfig& IndexWriter::analyzer_config() const { return state_->config; }

const std::map<std::string, std::string>& IndexWriter::roots() const { return state_->roots; }

void IndexWriter::put_root(const std::string& id, const std::string& path) {
    state_->roots[id] = path;
    state_->note_in_all(schema::root_key(id), path);
    state_->note_in_all(schema::kRootsKey, schema::roots_sum(state_->roots));
}

void IndexWriter::put_file_system(const std::string& root_id, const FileSystem& file_system) {
    state_->note_in_all(schema::file_system_key(root_id), encode_file_system(file_system));
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
    if (state_->is_other(state_->file)) leave_lines(document);
    state_->added.insert(document.unique_term);
    return state_->push(state_->file, PutDocument{std::move(document), origin, state_->known});
}

void IndexWriter::hold_removals(const std::string& root_id, std::uint64_t most) {
    for (const auto& shard : state_->shards) shard->holding().hold(root_id, most);
}

std::uint64_t IndexWriter::held_removals(const std::string& root_id) const {
    std::uint64_t held = 0;
    for (const auto& shard : state_->shards) held += shard->holding().count(root_id);
    return held;
}

Result<void> IndexWriter::release_removals(const std::string& root_id) {
    for (const auto& shard : state_->shards) {
        for (HeldRemovals::Removal& removal : shard->holding().take(root_id)) {
            Result<void> pushed =
                state_->push(*shard, RemoveDocuments{std::move(removal.unique_terms)});
            if (!pushed) return pushed;
            if (Result<void> put = put_state(removal.file, removal.state); !put) return put;
        }
    }
    return {};
}

Result<void> IndexWriter::end_file(const FileState& state) {
    const FileKey& file = state_->file;
    state_->in_file = false;
    const bool good = state.failed == 0 && !state.content_hash.empty();
    const bool complete = good || !state_->added.empty();
    if (state_->known && complete && state_->shard(file).holding().holds(file.root))
        return state_->hold_others(state);
    if (state_->known && complete) {
        Result<void> pushed =
            state_->push(file, RemoveOthers{file_term(file), std::move(state_->added)});
        if (!pushed) return pushed;
    }
    return put_state(file, state);
}

Result<void> IndexWriter::put_state(const FileKey& file, const FileState& state) {
    return state_->push(file, SetMetadata{schema::file_key(file), encode_file_state(state)});
}

Result<void> IndexWriter::remove_file(const FileKey& file) {
    if (Result<void> pushed = state_->push(file, RemoveOthers{file_term(file), {}}); !pushed)
        return pushed;
    return state_->push(file, SetMetadata{schema::file_key(file), ""});
}

Result<void> IndexWriter::remove_root(const std::string& id) {
    auto states = file_states(id);
    if (!states) return states.error();
    for (const auto& [path, state] : *states) {
        if (Result<void> removed = remove_file({id, path}); !removed) return removed;
    }
    state_->roots.erase(id);
    state_->note_in_all(schema::kRootsKey, schema::roots_sum(state_->roots));
    state_->note_in_all(schema::file_system_key(id), "");
    state_->note_in_all(schema::root_key(id), "");
    return {};
}

const FurnitureLines& IndexWriter::furniture() const { return state_->live_lines; }

void IndexWriter::saw(const IndexDocument& document) { state_->live_lines.saw(document); }

void IndexWriter::learn_lines(bool on) {
    for (const auto& shard : state_->shards) shard->learn_lines(on);
    state_->lines.learn(on);
    const auto held = state_->lines.lock();
    state_->look_again();
}

bool IndexWriter::is_building() const { return state_->is_building(); }

Result<std::map<FileKey, UnsettledDocuments>> IndexWriter::unsettled() {
    if (is_building()) {
        if (Result<void> ready = state_->settle_build(); !ready) return ready.error();
    }
    state_->lines.forget();
    if (std::optional<Error> trouble = state_->lines.take_trouble()) return *std::move(trouble);
    const auto held = state_->lines.lock();
    TouchedLines touched;
    for (const auto& shard : state_->shards) {
        if (shard->touched().all()) touched.add_all();
        touched.add(shard->touched().lines());
    }
    auto files = through_xapian(state_->path, [&] {
        return find_unsettled(state_->reading, touched, state_->lines.learns());
    });
    if (!files) return files.error();
    return *std::move(files);
}

Result<void> IndexWriter::replace(IndexDocument document, const std::string& origin) {
    const Result<StoredArticle> stored = decode_stored_article(document.data);
    if (!stored) return stored.error();
    return state_->push(stored->file, PutDocument{std::move(document), origin, true});
}

Result<void> IndexWriter::settled() {
    if (std::optional<Error> trouble = state_->lines.take_trouble()) return *std::move(trouble);
    if (state_->shards.size() > 1) {
        // None may say so while what another was told is not safe.
        if (Result<void> committed = state_->commit(); !committed) return committed;
    }
    for (const auto& shard : state_->shards) shard->note_settled();
    if (Result<void> committed = state_->commit(); !committed) return committed;
    for (const auto& shard : state_->shards) shard->forget_touched();
    return {};
}

Result<std::optional<FileState>> IndexWriter::file_state(const FileKey& file) const {
    using Found = std::optional<FileState>;
    return through_xapian(state_->path, [&]() -> Result<Found> {
        const std::string data = state_->shard(file).reading().get_metadata(schema::file_key(file));
        if (data.empty()) return Found();
        Result<FileState> decoded = decode_file_state(data);
        if (!decoded) return decoded.error();
        return Found(*std::move(decoded));
    });
}

Result<void> IndexWriter::commit() { return state_->commit(); }

Result<void> IndexWriter::compact() {
    if (Result<void> committed = commit(); !committed) return committed;
    if (Result<void> room = state_->check_room_of(&ShardWriter::bytes, "compact"); !room)
        return room;
    return state_->write([](ShardWriter& shard) { return shard.compact(); });
}

std::uint64_t IndexWriter::bytes() const {
    std::uint64_t bytes = 0;
    for (const auto& shard : state_->shards) bytes += shard->bytes();
    return bytes;
}

Result<std::vector<RunRecord>> IndexWriter::runs() const {
    return through_xapian(state_->path, [this] {
        return decode_runs(state_->shards.front()->database().get_metadata(schema::kRunsKey));
    });
}

Result<void> IndexWriter::add_runs(const std::vector<RunRecord>& more) {
    Result<std::vector<RunRecord>> all = runs();
    if (!all) return all.error();
    all->insert(all->end(), more.begin(), more.end());
    state_->note_in_all(schema::kRunsKey, encode_runs(*all));
    return commit();
}

std::vector<RejectedDocument> IndexWriter::take_rejected() {
    std::vector<RejectedDocument> all;
    for (const auto& shard : state_->shards) {
        for (RejectedDocument& one : shard->take_rejected()) all.push_back(std::move(one));
    }
    return all;
}

std::uint64_t IndexWriter::document_count() const {
    std::uint64_t documents = 0;
    for (std::size_t i = 0; i < state_->whole_shards(); ++i)
        documents += state_->shards[i]->database().get_doccount();
    return documents;
}

}  // namespace sitrep
