#include "indexer/source/archive.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "indexer/source/record_reader.hpp"
#include "indexer/source/saved_folder.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <limits>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

namespace sitrep {
namespace {

constexpr std::string_view kTar = "tar";
constexpr std::string_view kCut = "the file ends too early";

/// What libarchive reads from, and its last error when it was the source's.
class Feed {
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

/// One archive being read.
class Reader {
  public:
    explicit Reader(ByteSource& source) : feed_(source), reader_(archive_read_new()) {
        if (reader_ != nullptr) feed_.attach(reader_);
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { archive_read_free(reader_); }

    archive* get() { return reader_; }
    Feed& feed() { return feed_; }
    bool open() { return archive_read_open1(reader_) == ARCHIVE_OK; }

    /// What went wrong last, in the source or in the archive.
    Error error(std::string_view kind) {
        if (feed_.error) return *feed_.error;
        if (!feed_.has_bytes()) return {ErrorCode::BadInput, "is empty"};
        const char* said = archive_error_string(reader_);
        const std::string_view text = said == nullptr ? "the data are damaged" : said;
        const auto says = [text](std::string_view part) {
            return contains_ignoring_case(text, part);
        };
        if (says("truncated") || says("no progress"))
            return {ErrorCode::BadInput, fmt::format("{}: {}", kind, kCut)};
        if (says("unrecognized archive format"))
            return {ErrorCode::BadInput, fmt::format("{0}: the file is not {0}", kind)};
        return {ErrorCode::BadInput, fmt::format("{}: {}", kind, text)};
    }

  private:
    Feed feed_;
    archive* reader_;
};

constexpr std::size_t kChunk = 64U << 10U;

/// The data of the entry that stands next.
class EntrySource : public ByteSource {
  public:
    EntrySource(Reader& reader, std::string_view kind, Reading& reading)
        : reader_(reader), kind_(kind), reading_(reading), buffer_(kChunk, '\0') {}

    Result<std::string_view> next() override {
        const la_ssize_t n = archive_read_data(reader_.get(), buffer_.data(), buffer_.size());
        if (n < 0) {
            failed_ = true;
            return reader_.error(kind_);
        }
        const auto size = static_cast<std::size_t>(n);
        if (Result<void> charged = reading_.unpacked(size); !charged) return charged.error();
        return std::string_view(buffer_).substr(0, size);
    }
    bool failed() const { return failed_; }

  private:
    Reader& reader_;
    std::string_view kind_;
    Reading& reading_;
    std::string buffer_;
    bool failed_ = false;
};

struct PackingDoor {
    Packing packing;
    std::string_view name;
    int code;
    int (*support)(archive*);
};
constexpr PackingDoor kPackingDoors[] = {
    {Packing::Zstd, "zstd", ARCHIVE_FILTER_ZSTD, archive_read_support_filter_zstd},
    {Packing::Xz, "xz", ARCHIVE_FILTER_XZ, archive_read_support_filter_xz},
    {Packing::Bzip2, "bzip2", ARCHIVE_FILTER_BZIP2, archive_read_support_filter_bzip2},
};

const PackingDoor& door_of(Packing packing) {
    return *std::find_if(std::begin(kPackingDoors), std::end(kPackingDoors),
                         [packing](const PackingDoor& door) { return door.packing == packing; });
}

/// A packed file: to libarchive, an archive of one entry without a header.
class UnpackedSource : public ByteSource {
  public:
    UnpackedSource(const PackingDoor& door, ByteSource& packed, Reading& reading)
        : door_(door), reader_(packed), entry_(reader_, door.name, reading) {}

    Result<std::string_view> next() override {
        if (!opened_) {
            opened_ = true;
            if (Result<void> found = open(); !found) return found.error();
        }
        if (empty_) return std::string_view();
        return entry_.next();
    }

  private:
    Result<void> open() {
        archive* reader = reader_.get();
        door_.support(reader);
        archive_read_support_format_raw(reader);
        archive_read_support_format_empty(reader);
        archive_entry* entry = nullptr;
        if (!reader_.open()) return reader_.error(door_.name);
        const int status = archive_read_next_header(reader, &entry);
        if (archive_filter_code(reader, 0) != door_.code && !reader_.feed().error) {
            return Error{ErrorCode::BadInput, fmt::format("{0}: the file is not {0}", door_.name)};
        }
        empty_ = status == ARCHIVE_EOF;
        if (status < ARCHIVE_WARN) return reader_.error(door_.name);
        return {};
    }

    const PackingDoor& door_;
    Reader reader_;
    EntrySource entry_;
    bool opened_ = false;
    bool empty_ = false;
};

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

bool leads_out(std::string_view name) {
    const std::vector<std::string_view> parts = split(name, '/');
    return std::find(parts.begin(), parts.end(), "..") != parts.end();
}

/// Hidden names, and the twins that macOS adds to every file. `..` is not hidden: see leads_out().
bool is_hidden(std::string_view name) {
    const std::vector<std::string_view> parts = split(name, '/');
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
        return (part.starts_with('.') && part != "..") || part == "__MACOSX";
    });
}

/// Tells the members of one archive.
class MemberReader {
  public:
    MemberReader(const Origin& origin, std::string_view kind, Reader& reader, Reading& reading)
        : origin_(origin), kind_(kind), reader_(reader), reading_(reading) {}

    void read() {
        constexpr std::uint64_t kMaxTableBytes = 64U << 20U;
        reader_.feed().allowance = kMaxTableBytes;
        if (!reader_.open()) return fail();
        while (!reading_.stopped()) {
            archive_entry* entry = nullptr;
            const int status = next_header(entry);
            if (status == ARCHIVE_EOF) break;
            if (status < ARCHIVE_WARN) return fail();
            reader_.feed().allowance = std::numeric_limits<std::uint64_t>::max();
            if (Result<void> counted = reading_.member(); !counted)
                return reading_.failure(origin_, counted.error());
            member(entry);
        }
        if (reading_.stopped()) return;
        if (kind_ == kTar && reader_.feed().ended_unmarked()) return fail_cut();
        if (empty_) reading_.skipped(origin_, "is an archive without a file");
    }

  private:
    int next_header(archive_entry*& entry) {
        const Utf8Locale here;
        const int status = archive_read_next_header(reader_.get(), &entry);
        if (status == ARCHIVE_OK || status == ARCHIVE_WARN) name_ = name_of(entry);
        return status;
    }

    void member(archive_entry* entry) {
        constexpr std::size_t kMaxNameBytes = 4096;  // a path's on Linux
        std::string name = std::exchange(name_, {});
        if (name.size() > kMaxNameBytes) {
            name.resize(utf8::floor_boundary(name, 64));
            return refuse(origin_.inside(name + "…"), "its name is too long");
        }
        const auto kind = archive_entry_filetype(entry);
        if (kind == AE_IFDIR || is_hidden(name)) return;
        empty_ = false;
        if (name.empty()) return refuse(origin_, "has a member without a name");
        const Origin origin = origin_.inside(name);
        if (kind == AE_IFLNK || archive_entry_hardlink(entry) != nullptr)
            return reading_.skipped(origin, "is a link");
        if (kind != AE_IFREG) return reading_.skipped(origin, "is not a regular file");
        if (leads_out(name)) return refuse(origin, "its name leads out of the archive");
        if (in_page_folder(name)) return reading_.skipped(origin, "belongs to the page beside it");
        if (!file_type_of(name, reading_.limits().filtered))
            return reading_.skipped(origin, kUnreadKind);
        if (archive_entry_is_encrypted(entry) != 0) return refuse(origin, "is encrypted");
        EntrySource source(reader_, kind_, reading_);
        read_member(origin, name, source, reading_);
        broken_ = source.failed();
    }

    /// Whether a folder above is that of a page seen before: those who pack folders put `page.html`
    /// before `page_files/`.
    bool in_page_folder(const std::string& name) {
        for (std::size_t slash = name.find('/'); slash != std::string::npos;
             slash = name.find('/', slash + 1)) {
            const std::string_view folder = std::string_view(name).substr(0, slash);
            const std::string_view stem = stem_of_page_folder(folder);
            if (!stem.empty() && page_stems_.contains(std::string(stem))) return true;
        }
        const std::size_t dot = std::min(name.rfind('.'), name.size());
        if (is_page_of(name, std::string_view(name).substr(0, dot)))
            page_stems_.insert(name.substr(0, dot));
        return false;
    }

    void refuse(const Origin& origin, const char* reason) {
        reading_.failure(origin, {ErrorCode::BadInput, reason});
    }

    /// Between two members, where libarchive takes the end for the archive's.
    void fail_cut() {
        reading_.failure(origin_, {ErrorCode::BadInput, fmt::format("{}: {}", kind_, kCut)});
    }

    /// Damage that a member has told already is not told again of the archive.
    void fail() {
        if (!broken_) reading_.failure(origin_, reader_.error(kind_));
    }

    const Origin& origin_;
    std::string_view kind_;
    Reader& reader_;
    Reading& reading_;
    std::string name_;  ///< of the entry whose header was read last
    std::unordered_set<std::string> page_stems_;
    bool empty_ = true;
    bool broken_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> unpacked_by_libarchive(Packing packing, ByteSource& packed,
                                                   Reading& reading) {
    return std::make_unique<UnpackedSource>(door_of(packing), packed, reading);
}

void read_tar(const Origin& origin, ByteSource& source, Reading& reading) {
    Reader reader(source);
    archive_read_support_format_tar(reader.get());
    MemberReader(origin, kTar, reader, reading).read();
}

void read_zip(const Origin& origin, ByteSource& source, Reading& reading) {
    std::string held;
    std::optional<MemorySource> memory;
    if (source.seekable() == nullptr) {
        Result<std::string> bytes = read_whole(source, reading.limits().record_bytes);
        if (!bytes) return reading.failure(origin, bytes.error());
        held = *std::move(bytes);
        memory.emplace(held);
    }
    Reader reader(memory ? *memory : source);
    archive_read_support_format_zip_seekable(reader.get());
    MemberReader(origin, "zip", reader, reading).read();
}

}  // namespace sitrep
