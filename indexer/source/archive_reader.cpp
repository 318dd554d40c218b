#include "indexer/source/archive_reader.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <iterator>
#include <limits>
#include <utility>

namespace sitrep {
namespace {

struct FormRow {
    ArchiveForm form;
    std::string_view name;
    int (*support)(archive*);
    int filter;  ///< libarchive's code of the packing; 0 for archives
};
constexpr FormRow kForms[] = {
    {ArchiveForm::Tar, "tar", archive_read_support_format_tar, 0},
    {ArchiveForm::Zip, "zip", archive_read_support_format_zip_seekable, 0},
    {ArchiveForm::Zstd, "zstd", archive_read_support_filter_zstd, ARCHIVE_FILTER_ZSTD},
    {ArchiveForm::Xz, "xz", archive_read_support_filter_xz, ARCHIVE_FILTER_XZ},
    {ArchiveForm::Bzip2, "bzip2", archive_read_support_filter_bzip2, ARCHIVE_FILTER_BZIP2},
};

const FormRow& row_of(ArchiveForm form) {
    return *std::find_if(std::begin(kForms), std::end(kForms),
                         [form](const FormRow& row) { return row.form == form; });
}

bool is_packing(ArchiveForm form) { return row_of(form).filter != 0; }

/// While it lives libarchive can say names in UTF-8, which it keeps back under the locale "C" that
/// a program begins with.
class Utf8Locale {
  public:
    Utf8Locale() : before_(uselocale(utf8())) {}
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;
    ~Utf8Locale() { uselocale(before_); }

  private:
    static locale_t utf8() {
        static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return locale;
    }
    locale_t before_;
};

/// The entry's name as valid UTF-8 without what says nothing at its beginning.
std::string name_of(archive_entry* entry) {
    const char* bytes = archive_entry_pathname(entry);  // null when the locale cannot say it
    if (bytes == nullptr) bytes = archive_entry_pathname_utf8(entry);
    std::string name = utf8::repaired(bytes == nullptr ? "" : bytes);
    while (name.starts_with('/') || name.starts_with("./")) name.erase(0, 1);
    return name;
}

ArchiveEntry::Kind kind_of(archive_entry* entry) {
    if (archive_entry_hardlink(entry) != nullptr) return ArchiveEntry::Kind::Link;
    switch (archive_entry_filetype(entry)) {
        case AE_IFDIR:
            return ArchiveEntry::Kind::Folder;
        case AE_IFLNK:
            return ArchiveEntry::Kind::Link;
        case AE_IFREG:
            return ArchiveEntry::Kind::File;
        default:
            return ArchiveEntry::Kind::Other;
    }
}

ArchiveEntry entry_of(archive_entry* entry) {
    return {name_of(entry), kind_of(entry), static_cast<std::uint64_t>(archive_entry_size(entry)),
            archive_entry_is_encrypted(entry) != 0};
}

}  // namespace

/// What libarchive reads from, and its last error when it was the source's.
class ArchiveReader::Feed {
  public:
    explicit Feed(ByteSource& source) : source_(source) {}

    std::optional<Error> error;
    /// Bytes that may still be read; a zip's table of contents is held in memory.
    std::uint64_t allowance = std::numeric_limits<std::uint64_t>::max();

    bool has_bytes() const { return has_bytes_; }
    /// Whether all was read, and no block of zeros was its end.
    bool ended_unmarked() const { return at_end_ && zeros_ < kTarBlock; }

    void attach(archive* reader) {
        archive_read_set_callback_data(reader, this);
        archive_read_set_read_callback(reader, &Feed::read);
        if (source_.seekable() != nullptr) archive_read_set_seek_callback(reader, &Feed::seek);
    }

  private:
    static la_ssize_t read(archive* reader, void* self, const void** bytes) {
        Feed& feed = *static_cast<Feed*>(self);
        Result<std::string_view> piece = feed.source_.next();
        if (piece && piece->size() > feed.allowance)
            piece = Error{ErrorCode::BadInput, "has too large a table of contents"};
        if (!piece) {
            feed.error = piece.error();
            archive_set_error(reader, EIO, "cannot be read");
            return -1;
        }
        feed.has_bytes_ = feed.has_bytes_ || !piece->empty();
        feed.at_end_ = piece->empty();
        const std::size_t last = piece->find_last_not_of('\0') + 1;  // 0 when there is none
        feed.zeros_ = piece->size() - last + (last == 0 ? feed.zeros_ : 0);
        feed.allowance -= piece->size();
        feed.offset_ += piece->size();
        *bytes = piece->data();
        return static_cast<la_ssize_t>(piece->size());
    }

    static la_int64_t seek(archive* /*reader*/, void* self, la_int64_t offset, int whence) {
        Feed& feed = *static_cast<Feed*>(self);
        SeekableSource& source = *feed.source_.seekable();
        la_int64_t base = 0;
        if (whence == SEEK_CUR) base = static_cast<la_int64_t>(feed.offset_);
        if (whence == SEEK_END) base = static_cast<la_int64_t>(source.size());
        la_int64_t target = 0;
        if (__builtin_add_overflow(base, offset, &target) || target < 0) return ARCHIVE_FATAL;
        feed.offset_ = static_cast<std::uint64_t>(target);
        source.seek(feed.offset_);
        return target;
    }

    static constexpr std::size_t kTarBlock = 512;

    ByteSource& source_;
    std::uint64_t offset_ = 0;
    std::size_t zeros_ = 0;  ///< that the bytes so far end in
    bool has_bytes_ = false;
    bool at_end_ = false;
};

ArchiveReader::ArchiveReader(ArchiveForm form, ByteSource& source)
    : form_(form), feed_(std::make_unique<Feed>(source)), reader_(archive_read_new()) {
    if (reader_ == nullptr) return;
    row_of(form).support(reader_);
    if (is_packing(form)) {
        archive_read_support_format_raw(reader_);
        archive_read_support_format_empty(reader_);
    }
    feed_->attach(reader_);
}

ArchiveReader::~ArchiveReader() { archive_read_free(reader_); }

bool ArchiveReader::next() {
    const Utf8Locale here;
    failed_ = !opened_ && !open();
    opened_ = true;
    if (failed_) return false;
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader_, &entry);
    is_other_ = is_packing(form_) && archive_filter_code(reader_, 0) != row_of(form_).filter;
    failed_ = is_other_ || (status != ARCHIVE_EOF && status < ARCHIVE_WARN);
    if (failed_ || status == ARCHIVE_EOF) return false;
    feed_->allowance = std::numeric_limits<std::uint64_t>::max();
    entry_ = entry_of(entry);
    return true;
}

bool ArchiveReader::open() {
    constexpr std::uint64_t kMaxTableBytes = 64U << 20U;
    if (!is_packing(form_)) feed_->allowance = kMaxTableBytes;
    return reader_ != nullptr && archive_read_open1(reader_) == ARCHIVE_OK;
}

bool ArchiveReader::ends_unmarked() const {
    return form_ == ArchiveForm::Tar && feed_->ended_unmarked();
}

Result<std::string_view> ArchiveReader::piece() {
    constexpr std::size_t kPieceBytes = 64U << 10U;
    buffer_.resize(kPieceBytes);
    const la_ssize_t bytes = archive_read_data(reader_, buffer_.data(), buffer_.size());
    if (bytes < 0) return error();
    return std::string_view(buffer_).substr(0, static_cast<std::size_t>(bytes));
}

Error ArchiveReader::error() const {
    const std::string_view kind = row_of(form_).name;
    if (feed_->error) return *feed_->error;
    if (!feed_->has_bytes()) return {ErrorCode::BadInput, "is empty"};
    const char* said = reader_ == nullptr ? nullptr : archive_error_string(reader_);
    const std::string_view text = said == nullptr ? "the data are damaged" : said;
    const auto says = [text](std::string_view part) { return contains_ignoring_case(text, part); };
    if (is_other_ || says("unrecognized archive format"))
        return {ErrorCode::BadInput, fmt::format("{0}: the file is not {0}", kind)};
    if (says("truncated") || says("no progress")) return cut();
    return {ErrorCode::BadInput, fmt::format("{}: {}", kind, text)};
}

Error ArchiveReader::cut() const {
    return {ErrorCode::BadInput, fmt::format("{}: the file ends too early", row_of(form_).name)};
}

Result<std::string_view> EntrySource::next() {
    Result<std::string_view> piece = reader_.piece();
    failed_ = !piece;
    if (!piece) return piece;
    if (Result<void> charged = reading_.unpacked(piece->size()); !charged) return charged.error();
    return piece;
}

}  // namespace sitrep
