#include "indexer/read_ahead.hpp"

#include "base/thread_signals.hpp"
#include "indexer/article_maker.hpp"
#include "indexer/corpus_of.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/source/file_source.hpp"
#include "indexer/source/record_reader.hpp"
#include "text/index_document_builder.hpp"

#include <chrono>
#include <utility>

namespace sitrep {
namespace {

/// What a slot takes beside its content, roughly.
constexpr std::size_t kSlotBytes = 256;
/// Where an article takes so much, its stages together take a hundred megabytes and more.
constexpr std::size_t kLargeRecord = 1U << 20U;

}  // namespace

/// Takes the records of one file.
class ReadAhead::Cutter : public RecordSink {
  public:
    Cutter(ReadAhead& ahead, std::size_t task) : ahead_(ahead), task_(task) {}

    bool record(RawRecord record) override {
        ++count_;
        const auto& places = ahead_.tasks_[task_].places;
        if (!places.empty() && !places.contains(record.origin.place.text())) return !interrupted();
        std::list<Slot> slot(1);
        slot.front().event.task = task_;
        slot.front().count = count_;
        slot.front().bytes = record.bytes.size();
        slot.front().record = std::move(record);
        return ahead_.push(std::move(slot));
    }

    void failure(const Origin& origin, const Error& error) override {
        push(FailedRecord{origin, error});
    }

    void skipped(const Origin& origin, std::string_view reason) override {
        push(SkippedRecord{origin, std::string(reason)});
    }

    template <class What>
    bool push(What what) {
        std::list<Slot> slot(1);
        slot.front().event.task = task_;
        slot.front().event.what = std::move(what);
        slot.front().done = true;
        return ahead_.push(std::move(slot));
    }

  private:
    ReadAhead& ahead_;
    std::size_t task_;
    std::uint64_t count_ = 0;
};

Result<std::unique_ptr<ReadAhead>> ReadAhead::start(const ReadSettings& settings,
                                                    std::vector<ReadTask> tasks) {
    std::unique_ptr<ReadAhead> ahead(new ReadAhead(settings, std::move(tasks)));
    const SignalsElsewhere held;
    Result<void> started =
        start_thread(ahead->threads_, [&one = *ahead] { one.guarded([&one] { one.cut_all(); }); });
    if (!started) return started.error();
    for (unsigned i = 0; i < settings.threads; ++i) {
        Result<Analyzer> analyzer = Analyzer::create(settings.analyzer);
        if (!analyzer) return analyzer.error();
        started =
            start_thread(ahead->threads_, [&one = *ahead, own = *std::move(analyzer)]() mutable {
                one.guarded([&] { one.make_all(std::move(own)); });
            });
        if (!started && i == 0) return started.error();
        if (!started) break;  // fewer do as well
    }
    return ahead;
}

ReadAhead::ReadAhead(const ReadSettings& settings, std::vector<ReadTask> tasks)
    : settings_(settings), limits_{settings.max_record_bytes}, tasks_(std::move(tasks)) {
    limits_.filtered = settings.filters.endings();
}

ReadAhead::~ReadAhead() {
    {
        const std::scoped_lock held(mutex_);
        stopped_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

/// What a thread throws is thrown again where the results are awaited.
template <class Work>
void ReadAhead::guarded(Work work) {
    try {
        work();
    } catch (...) {
        const std::scoped_lock held(mutex_);
        if (!trouble_) trouble_ = std::current_exception();
        stopped_ = true;
    }
    changed_.notify_all();
}

std::optional<ReadEvent> ReadAhead::next() {
    constexpr std::chrono::milliseconds kLook{100};  // for a signal
    std::unique_lock held(mutex_);
    const auto ready = [this] {
        return trouble_ || (slots_.empty() ? cut_everything_ : slots_.front().done);
    };
    while (!changed_.wait_for(held, kLook, ready)) {
        if (interrupted()) return std::nullopt;
    }
    if (interrupted()) return std::nullopt;  // what came may be the signal's doing
    if (trouble_) std::rethrow_exception(trouble_);
    if (slots_.empty()) return std::nullopt;
    ReadEvent event = std::move(slots_.front().event);
    bytes_ -= slots_.front().bytes + kSlotBytes;
    slots_.pop_front();
    held.unlock();
    changed_.notify_all();
    return event;
}

void ReadAhead::cut_all() {
    for (std::size_t number = 0; number < tasks_.size() && !interrupted(); ++number) {
        Cutter cutter(*this, number);
        if (!cutter.push(cut(number))) return;
    }
    const std::scoped_lock held(mutex_);
    cut_everything_ = true;
}

FileEnd ReadAhead::cut(std::size_t number) {
    const ReadTask& task = tasks_[number];
    Result<OpenFile> file = OpenFile::open(task.path);
    if (!file) return {FileEnd::How::Unreadable, file.error()};
    FileSource source(*std::move(file));
    if (task.when != ReadWhen::Always) {
        const Result<std::string> hash = source.content_hash();
        if (!hash) return {FileEnd::How::Unreadable, hash.error()};
        if ((*hash == task.content_hash) == (task.when == ReadWhen::Changed))
            return {FileEnd::How::Unchanged, {}, source.signature(), *hash, source.hashed()};
        source.seek(0);
    }
    Cutter cutter(*this, number);
    read_file_records(task.path, *file_type_of(task.path, limits_.filtered), source, limits_,
                      cutter);
    FileEnd end{FileEnd::How::Read, {}, source.signature()};
    const Result<std::string> hash = source.content_hash();
    if (hash && !source.failed()) end.content_hash = *hash;
    end.overtaken = source.has_changed();
    end.bytes = source.hashed();
    return end;
}

/// Returns false when nothing more is wanted.
bool ReadAhead::push(std::list<Slot> slot) {
    std::unique_lock held(mutex_);
    changed_.wait(held,
                  [this] { return stopped_ || slots_.empty() || bytes_ < settings_.bytes_ahead; });
    if (stopped_) return false;
    bytes_ += slot.front().bytes + kSlotBytes;
    slots_.splice(slots_.end(), slot);
    if (!slots_.back().done) waiting_.push_back(&slots_.back());
    held.unlock();
    changed_.notify_all();
    return !interrupted();
}

void ReadAhead::make_all(Analyzer analyzer) {
    ForeignReaders readers(settings_.filters, settings_.max_record_bytes);
    std::unique_lock held(mutex_);
    while (true) {
        changed_.wait(held, [this] { return stopped_ || cut_everything_ || !waiting_.empty(); });
        if (stopped_ || waiting_.empty()) return;
        Slot& slot = *waiting_.front();
        waiting_.pop_front();
        held.unlock();
        const std::size_t before = slot.bytes;
        make(slot, analyzer, readers);
        held.lock();
        if (const auto* made = std::get_if<MadeDocument>(&slot.event.what))
            slot.bytes = made->document.bytes();
        bytes_ += slot.bytes;
        bytes_ -= before;
        slot.done = true;
        changed_.notify_all();
    }
}

void ReadAhead::make(Slot& slot, Analyzer& analyzer, ForeignReaders& readers) {
    RawRecord record = *std::exchange(slot.record, std::nullopt);
    std::unique_lock<std::mutex> alone;
    if (record.bytes.size() > kLargeRecord) alone = std::unique_lock(large_);
    const FileKey& key = tasks_[slot.event.task].key;
    const Origin origin = record.origin;
    const bool chosen = record.chosen;
    Result<Article> article =
        make_article(std::move(record), readers, corpus_of(key, &settings_.lines));
    if (article) {
        const StoredArticle stored{key, origin.place, *std::move(article)};
        IndexDocument document = build_unnamed_document(stored, analyzer);
        settings_.made(document);
        slot.event.what =
            MadeDocument{origin, slot.count, stored.article.header.id, std::move(document)};
    } else if (chosen) {
        slot.event.what = FailedRecord{origin, article.error()};
    } else {
        slot.event.what = SkippedRecord{origin, article.error().message};
    }
}

}  // namespace sitrep
