#include "store/index_writer.hpp"

#include "model/stored_article.hpp"
#include "store/index_writer_state.hpp"
#include "store/schema.hpp"
#include "store/unsettled.hpp"
#include "store/xapian_door.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kXapianTermBytes = 245;

/// Rule 3 of what Xapian does not tell: an over-long term throws away the whole batch.
bool is_usable_term(const std::string& term) {
    const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    return !term.empty() && term.size() + nuls <= kXapianTermBytes;
}

/// What is left of a document of another shard: what it teaches of lines, and whose it is.
void leave_lines(IndexDocument& document) {
    TermMap kept;
    for (auto& [term, entry] : document.terms) {
        if (term == document.unique_term || term.starts_with(kLinePrefix) ||
            term.starts_with(kFilePrefix))
            kept.emplace_hint(kept.end(), term, std::move(entry));
    }
    document.terms = std::move(kept);
    std::erase_if(document.values, [](const auto& value) { return value.first != Slot::Story; });
    document.data.clear();
}

}  // namespace

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

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
                state_->push(*shard, RemoveDocuments{std::move(removal.unique_terms)},
                             State::state_change(removal.file, removal.state));
            if (!pushed) return pushed;
        }
    }
    return {};
}

Result<void> IndexWriter::end_file(const FileState& state) {
    const FileKey& file = state_->file;
    state_->in_file = false;
    const bool good = state.failed == 0 && !state.content_hash.empty();
    const bool complete = good || !state_->added.empty();
    if (state.stale && !state_->added.empty()) return state_->keep_others(state);
    if (state_->known && complete && state_->shard(file).holding().holds(file.root))
        return state_->hold_others(state);
    if (!state_->known || !complete) return put_state(file, state);
    return state_->push(file, RemoveOthers{file_term(file), std::move(state_->added)},
                        State::state_change(file, state));
}

Result<void> IndexWriter::put_state(const FileKey& file, const FileState& state) {
    return state_->push(file, State::state_change(file, state));
}

Result<void> IndexWriter::remove_file(const FileKey& file) {
    return state_->push(file, RemoveOthers{file_term(file), {}},
                        SetMetadata{schema::file_key(file), ""});
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
    return state_->committed_state(file);
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
