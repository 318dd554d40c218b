#include "indexer/file_writing.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "indexer/source/file_type.hpp"
#include "text/index_document_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {

namespace {

/// Whether what failed at `place` is more than one article.
bool is_container(const Place& place) {
    if (place.record) return false;
    const std::optional<FileType> type = file_type_of(place.member);
    return place.member.empty() || (type && type->container != nullptr);
}

}  // namespace

FileWriting::FileWriting(const FileToIndex& file, IndexWriter& writer, const ReadSettings& settings,
                         Diagnostics& diagnostics, Summary& summary, std::set<FileKey>& barren)
    : file_(file),
      key_(file.key()),
      writer_(writer),
      settings_(settings),
      diagnostics_(diagnostics),
      summary_(summary),
      barren_(barren) {
    writer_.begin_file(key_, file.planned->known());
}

Result<void> FileWriting::operator()(MadeDocument made) {
    name_document(made.document, key_, keys_.next(made.id, made.origin.place, made.count));
    Result<void> written = writer_.add(std::move(made.document), made.origin.text());
    if (written) ++documents_;
    if (written || written.error().code != ErrorCode::BadInput) return written;
    return (*this)(FailedRecord{made.origin, written.error()});
}

Result<void> FileWriting::operator()(const FailedRecord& record) {
    const std::string place = record.origin.place.text();
    const std::string& message = record.error.message;
    const std::string reason = place.empty() ? message : place + ": " + message;
    ++failed_;
    const bool too_large = record.error.code == ErrorCode::TooLarge;
    too_large_ = too_large_ || too_large;
    is_cut_ = is_cut_ || is_container(record.origin.place);
    depends_on_run_ = depends_on_run_ || (!too_large && depends_on_run(record.error.code));
    if (failed_before(reason)) {
        ++failed_before_;
    } else if (newly_failed() <= kMaxNamedFailures) {
        diagnostics_.error(record.origin.text(), record.error);
    }
    if (failures_.size() < kMaxNamedFailures) failures_.push_back(reason);
    return {};
}

Result<void> FileWriting::operator()(const SkippedRecord& record) {
    ++skipped_;
    diagnostics_.detail(fmt::format("{}: skipped: {}", record.origin.text(), record.reason));
    return {};
}

Result<void> FileWriting::operator()(const FileEnd& end) {
    over_ = true;
    summary_.bytes += end.bytes;
    switch (end.how) {
        case FileEnd::How::Unreadable:
            return unreadable(end.error);
        case FileEnd::How::Unchanged:
            return unchanged(end);
        case FileEnd::How::Read:
            return read(end);
    }
    return {};
}

/// By the reason, record number included, while reasons were kept; beyond that by their number.
bool FileWriting::failed_before(const std::string& reason) const {
    if (file_.before == nullptr) return false;
    const auto& known = file_.before->failures;
    if (std::find(known.begin(), known.end(), reason) != known.end()) return true;
    return failed_ > kMaxNamedFailures && failed_ <= file_.before->failed;
}

Result<void> FileWriting::unreadable(const Error& error) {
    if (error.code == ErrorCode::Io) return error;  // no fault of the file's
    barren_.insert(key_);
    const FileState* before = file_.before;
    const std::string path = file_.path();
    if (before != nullptr && before->failures == std::vector<std::string>{error.message}) {
        ++summary_.known_failures;
    } else {
        ++summary_.failed;
        diagnostics_.error(path, error);
    }
    const Result<FileInfo> info = file_info(path);
    if (info && info->kind == FileKind::Missing) return {};  // the next run removes it
    FileState now;
    if (before != nullptr) now = *before;  // its filter, too
    now.path = key_.path;
    now.signature = file_.planned->file.signature;
    now.content_hash.clear();
    now.failed = 1;
    now.failures = {error.message};
    now.held = 0;
    note_stale(now);
    return writer_.put_state(key_, now);
}

Result<void> FileWriting::unchanged(const FileEnd& end) {
    ++summary_.unchanged;
    summary_.known_failures += file_.before->failed;
    summary_.stale += file_.before->stale ? 1 : 0;
    FileState now = *file_.before;
    now.signature = end.signature;
    return writer_.put_state(key_, now);
}

Result<void> FileWriting::read(const FileEnd& end) {
    report();
    FileState state{key_.path,
                    end.signature,
                    "",
                    documents_,
                    failed_,
                    failures_,
                    settings_.filters.fingerprint(file_.path())};
    if (too_large_) state.limit = settings_.max_record_bytes;
    // Another run may have more time, or a disk that can be read, or find the file at rest.
    if (end.content_hash && !end.overtaken && !depends_on_run_)
        state.content_hash = *end.content_hash;
    if (documents_ == 0 && failed_ != 0) barren_.insert(key_);
    if (documents_ == 0 && (failed_ != 0 || !end.content_hash) && file_.before != nullptr) {
        state.documents = file_.before->documents;  // they stay
        note_stale(state);
    }
    if (documents_ != 0 && keeps_others(end)) {
        state.stale = true;
        ++summary_.stale;
        if (!file_.before->stale)
            diagnostics_.note(file_.path() + ": keeps what it gave before and does not give now");
    }
    if (documents_ != 0) ++(file_.planned->known() ? summary_.updated : summary_.added);
    return writer_.end_file(state);
}

/// Whether what the file gave before may still be in the part that could not be read.
bool FileWriting::keeps_others(const FileEnd& end) const {
    return file_.before != nullptr && file_.before->documents != 0 &&
           (is_cut_ || depends_on_run_ || !end.content_hash);
}

/// A file that fails keeps the documents of its last good state.
void FileWriting::note_stale(FileState& now) {
    now.stale = now.documents != 0;
    if (!now.stale) return;
    ++summary_.stale;
    if (file_.before->stale) return;
    diagnostics_.note(file_.path() + ": keeps " + counted(now.documents, "article") +
                      " of its last good state");
}

/// Counts, and says how many failures were not named one by one.
void FileWriting::report() const {
    summary_.failed += newly_failed();
    summary_.known_failures += failed_before_;
    summary_.skipped += skipped_;
    if (newly_failed() <= kMaxNamedFailures) return;
    diagnostics_.error(file_.path(),
                       {ErrorCode::BadInput, fmt::format("{} more records could not be used",
                                                         newly_failed() - kMaxNamedFailures)});
}

}  // namespace sitrep
