#include "indexer/file_indexer.hpp"

#include "base/hash.hpp"
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
                 Analyzer& analyzer, Diagnostics& diagnostics)
        : file_(file), writer_(writer), analyzer_(analyzer), diagnostics_(diagnostics) {
        if (before != nullptr) before_ = *before;
    }

    bool record(RawRecord record) override {
        const Origin origin = record.origin;
        Result<Article> article =
            make_article(std::move(record), corpus_of(file_, &writer_.furniture()));
        if (!article) {
            failure(origin, article.error());
        } else {
            add({file_, origin.record, *std::move(article)}, origin);
        }
        return written_.has_value() && !interrupted();
    }

    void failure(const Origin& origin, const Error& error) override {
        const std::string reason =
            (origin.record ? "#" + std::to_string(*origin.record) + ": " : "") + error.message;
        ++failed_;
        too_large_ = too_large_ || error.code == ErrorCode::TooLarge;
        if (failed_before(reason)) {
            ++failed_before_;
        } else if (failed_ - failed_before_ <= kMaxNamedFailures) {
            diagnostics_.error(origin.text(), error);
        }
        if (failures_.size() < kMaxNamedFailures) failures_.push_back(reason);
    }

    /// Says how many failures were not named one by one.
    void report_unnamed(const std::string& path) const {
        const std::uint64_t fresh = newly_failed();
        if (fresh <= kMaxNamedFailures) return;
        diagnostics_.error(
            path, {ErrorCode::BadInput,
                   fmt::format("{} more records could not be used", fresh - kMaxNamedFailures)});
    }

    std::uint64_t failed() const { return failed_; }
    std::uint64_t newly_failed() const { return failed_ - failed_before_; }
    const std::vector<std::string>& failures() const { return failures_; }
    bool too_large() const { return too_large_; }
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
    Diagnostics& diagnostics_;
    std::uint64_t failed_ = 0;
    std::uint64_t failed_before_ = 0;
    std::vector<std::string> failures_;
    RecordKeys keys_;
    bool too_large_ = false;
    std::uint64_t documents_ = 0;
    Result<void> written_;
};

}  // namespace

Result<void> FileIndexer::index(const Target& target, const PlannedFile& planned,
                                const FileState* state) {
    const FileKey key{target.root_id, planned.file.path};
    const std::string path = target.absolute(planned.file.path);
    Result<FileContent> content = read_file(path, max_file_bytes_);
    if (!content) {
        unreadable(target, planned, state, content.error());
        const Result<FileInfo> info = file_info(path);
        if (info && info->kind == FileKind::Missing) return {};  // the next run removes it
        const std::uint64_t kept = state == nullptr ? 0 : state->documents;
        const FileState failed{planned.file.path,        planned.file.signature, "", kept, 1,
                               {content.error().message}};
        return writer_.put_state(key, failed);
    }
    summary_.bytes += content->bytes.size();
    FileState now{planned.file.path, content->signature, hash_hex(content->bytes), 0, 0, {}};
    if (state != nullptr && state->content_hash == now.content_hash) {
        ++summary_.unchanged;
        summary_.known_failures += state->failed;
        now.documents = state->documents;
        now.failed = state->failed;
        now.failures = state->failures;
        return writer_.put_state(key, now);
    }
    return index_records(target, planned, state, std::move(content->bytes), now);
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

Result<void> FileIndexer::index_records(const Target& target, const PlannedFile& planned,
                                        const FileState* before, std::string bytes,
                                        FileState& state) {
    const FileKey key{target.root_id, planned.file.path};
    const std::string path = target.absolute(planned.file.path);
    DocumentSink sink(key, before, writer_, analyzer_, diagnostics_);
    writer_.begin_file(key, planned.known);
    read_records(path, *file_type_of(path), std::move(bytes), max_file_bytes_, sink);
    summary_.failed += sink.newly_failed();
    summary_.known_failures += sink.failed() - sink.newly_failed();
    sink.report_unnamed(path);
    if (!sink.written()) return sink.written();
    if (interrupted()) return {};  // unfinished: the next run reads the file again
    state.documents = sink.documents();
    if (state.documents == 0 && before != nullptr)
        state.documents = before->documents;  // they stay
    state.failed = sink.failed();
    state.failures = sink.failures();
    if (sink.too_large()) state.content_hash.clear();  // another run may have another limit
    if (sink.documents() != 0) ++(planned.known ? summary_.updated : summary_.added);
    return writer_.end_file(state);
}

}  // namespace sitrep
