#include "indexer/file_indexer.hpp"

#include "base/hash.hpp"
#include "base/strings.hpp"
#include "indexer/article_maker.hpp"
#include "indexer/corpus_of.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/record_keys.hpp"
#include "indexer/source/record_reader.hpp"
#include "text/index_document_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

/// Takes the records of one file and makes documents of them.
class DocumentSink : public RecordSink {
  public:
    /// `before` is what the database remembers of the file, or null.
    DocumentSink(const FileKey& file, const FileState* before, IndexWriter& writer,
                 Analyzer& analyzer, ForeignReaders& readers, Diagnostics& diagnostics)
        : file_(file),
          writer_(writer),
          analyzer_(analyzer),
          readers_(readers),
          diagnostics_(diagnostics) {
        if (before != nullptr) before_ = *before;
    }

    bool record(RawRecord record) override {
        keys_.cut();
        const Origin origin = record.origin;
        const bool chosen = record.chosen;
        Result<Article> article =
            make_article(std::move(record), readers_, corpus_of(file_, &writer_.furniture()));
        if (interrupted()) return false;  // what came of it may be the signal's doing
        if (!article && !chosen) {
            skipped(origin, article.error().message);
        } else if (!article) {
            failure(origin, article.error());
        } else {
            add({file_, origin.place, *std::move(article)}, origin);
        }
        return written_.has_value() && !interrupted();
    }

    void failure(const Origin& origin, const Error& error) override {
        const std::string place = origin.place.text();
        const std::string reason = place.empty() ? error.message : place + ": " + error.message;
        ++failed_;
        depends_on_run_ = depends_on_run_ || sitrep::depends_on_run(error.code);
        if (failed_before(reason)) {
            ++failed_before_;
        } else if (failed_ - failed_before_ <= kMaxNamedFailures) {
            diagnostics_.error(origin.text(), error);
        }
        if (failures_.size() < kMaxNamedFailures) failures_.push_back(reason);
    }

    void skipped(const Origin& origin, std::string_view reason) override {
        ++skipped_;
        diagnostics_.detail(fmt::format("{}: skipped: {}", origin.text(), reason));
    }

    /// Says how many failures were not named one by one.
    void report_unnamed(const std::string& path) const {
        const std::uint64_t fresh = newly_failed();
        if (fresh <= kMaxNamedFailures) return;
        diagnostics_.error(
            path, {ErrorCode::BadInput,
                   fmt::format("{} more records could not be used", fresh - kMaxNamedFailures)});
    }

    std::uint64_t skipped() const { return skipped_; }
    std::uint64_t failed() const { return failed_; }
    std::uint64_t newly_failed() const { return failed_ - failed_before_; }
    const std::vector<std::string>& failures() const { return failures_; }
    /// Whether any failure may be none in another run.
    bool depends_on_run() const { return depends_on_run_; }
    std::uint64_t documents() const { return documents_; }
    /// Trouble with the database, which ends the run.
    const Result<void>& written() const { return written_; }

  private:
    void add(const StoredArticle& stored, const Origin& origin) {
        written_ =
            writer_.add(build_index_document(stored, keys_.next(stored), analyzer_), origin.text());
        if (written_) ++documents_;
        if (written_ || written_.error().code != ErrorCode::BadInput) return;
        failure(origin, written_.error());
        written_ = {};
    }

    /// By the reason, record number included, while reasons were kept; beyond that by their number.
    bool failed_before(const std::string& reason) const {
        const auto& known = before_.failures;
        if (std::find(known.begin(), known.end(), reason) != known.end()) return true;
        return failed_ > kMaxNamedFailures && failed_ <= before_.failed;
    }

    const FileKey& file_;
    FileState before_;
    IndexWriter& writer_;
    Analyzer& analyzer_;
    ForeignReaders& readers_;
    Diagnostics& diagnostics_;
    std::uint64_t skipped_ = 0;
    std::uint64_t failed_ = 0;
    std::uint64_t failed_before_ = 0;
    std::vector<std::string> failures_;
    RecordKeys keys_;
    bool depends_on_run_ = false;
    std::uint64_t documents_ = 0;
    Result<void> written_;
};

}  // namespace

Result<void> FileIndexer::index(const Target& target, const PlannedFile& planned,
                                const FileState* state) {
    Result<OpenFile> file = OpenFile::open(target.absolute(planned.file.path));
    if (!file) return remember_unreadable(target, planned, state, file.error());
    FileSource source(*std::move(file));
    const bool again =
        planned.reason == ChangeReason::Retried || planned.reason == ChangeReason::Held;
    if (state != nullptr && !state->content_hash.empty() && !again) {
        Result<std::string> hash = source.content_hash();
        if (!hash) return remember_unreadable(target, planned, state, hash.error());
        const std::string filter = filters_.fingerprint(target.absolute(planned.file.path));
        if (state->content_hash == *hash && (filter.empty() || state->filter == filter)) {
            summary_.bytes += source.hashed();
            ++summary_.unchanged;
            summary_.known_failures += state->failed;
            summary_.stale += state->stale ? 1 : 0;
            FileState now = *state;
            now.signature = source.signature();
            return writer_.put_state({target.root_id, planned.file.path}, now);
        }
        source.seek(0);
    }
    return index_records(target, planned, state, source);
}

Result<void> FileIndexer::remember_unreadable(const Target& target, const PlannedFile& planned,
                                              const FileState* state, const Error& error) {
    unreadable(target, planned, state, error);
    const Result<FileInfo> info = file_info(target.absolute(planned.file.path));
    if (info && info->kind == FileKind::Missing) return {};  // the next run removes it
    const std::uint64_t kept = state == nullptr ? 0 : state->documents;
    FileState failed{planned.file.path, planned.file.signature, "", kept, 1, {error.message}};
    note_stale(target, failed, state);
    return writer_.put_state({target.root_id, planned.file.path}, failed);
}

void FileIndexer::unreadable(const Target& target, const PlannedFile& planned,
                             const FileState* state, const Error& error) {
    const bool failed_before =
        state != nullptr && state->failures == std::vector<std::string>{error.message};
    if (failed_before) {
        ++summary_.known_failures;
    } else {
        ++summary_.failed;
        diagnostics_.error(target.absolute(planned.file.path), error);
    }
}

/// A file that fails keeps the documents of its last good state.
void FileIndexer::note_stale(const Target& target, FileState& now, const FileState* before) {
    now.stale = now.documents != 0;
    if (!now.stale) return;
    ++summary_.stale;
    if (before != nullptr && before->stale) return;
    diagnostics_.note(fmt::format("{}: keeps {} of its last good state", target.absolute(now.path),
                                  counted(now.documents, "article")));
}

Result<void> FileIndexer::index_records(const Target& target, const PlannedFile& planned,
                                        const FileState* before, FileSource& source) {
    const FileKey key{target.root_id, planned.file.path};
    const std::string path = target.absolute(planned.file.path);
    DocumentSink sink(key, before, writer_, analyzer_, readers_, diagnostics_);
    writer_.begin_file(key, planned.known());
    read_file_records(path, *file_type_of(path, limits_.filtered), source, limits_, sink);
    summary_.failed += sink.newly_failed();
    summary_.known_failures += sink.failed() - sink.newly_failed();
    summary_.skipped += sink.skipped();
    sink.report_unnamed(path);
    if (!sink.written()) return sink.written();
    if (interrupted()) return {};  // unfinished: the next run reads the file again
    const Result<std::string> hash = source.content_hash();
    summary_.bytes += source.hashed();
    FileState state{planned.file.path,         source.signature(), "",
                    sink.documents(),          sink.failed(),      sink.failures(),
                    filters_.fingerprint(path)};
    // Another run may have another limit, more time, or a disk that can be read.
    if (hash && !sink.depends_on_run() && !source.failed()) state.content_hash = *hash;
    if (state.documents == 0 && state.failed != 0 && before != nullptr) {
        state.documents = before->documents;  // they stay
        note_stale(target, state, before);
    }
    if (sink.documents() != 0) ++(planned.known() ? summary_.updated : summary_.added);
    return writer_.end_file(state);
}

}  // namespace sitrep
