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

/// Goes from one entry of an archive to the next.
class Entries {
  public:
    explicit Entries(Reader& reader) : reader_(reader) {}

    bool open() {
        constexpr std::uint64_t kMaxTableBytes = 64U << 20U;
        reader_.feed().allowance = kMaxTableBytes;
        return reader_.open();
    }

    /// False at the end, and where what follows cannot be read: see failed().
    bool next() {
        const Utf8Locale here;
        const int status = archive_read_next_header(reader_.get(), &entry_);
        failed_ = status != ARCHIVE_EOF && status < ARCHIVE_WARN;
        if (failed_ || status == ARCHIVE_EOF) return false;
        reader_.feed().allowance = std::numeric_limits<std::uint64_t>::max();
        name_ = name_of(entry_);
        return true;
    }
    bool failed() const { return failed_; }

    archive_entry* entry() { return entry_; }
    const std::string& name() const { return name_; }

  private:
    Reader& reader_;
    archive_entry* entry_ = nullptr;
    std::string name_;
    bool failed_ = false;
};

/// The pages that the table of a zip names, read before any member. What is wrong with it is told
/// when the members are read.
PageFolders pages_in_table(Reader& reader, std::uint64_t max_members) {
    PageFolders pages;
    Entries entries(reader);
    if (!entries.open()) return pages;
    for (std::uint64_t i = 0; i < max_members && entries.next(); ++i) pages.see(entries.name());
    return pages;
}

/// Tells the members of one archive.
class MemberReader {
  public:
    MemberReader(const Origin& origin, std::string_view kind, Reader& reader, Reading& reading)
        : origin_(origin), kind_(kind), reader_(reader), reading_(reading) {}

    /// All pages are known before the first member.
    void knows(PageFolders pages) {
        pages_ = std::move(pages);
        knows_all_pages_ = true;
    }

    void read() {
        read_members();
        read_held();
    }

  private:
    /// A member that may belong to a page behind it.
    struct Held {
        std::string name;
        std::string bytes;
    };

    void read_members() {
        Entries entries(reader_);
        if (!entries.open()) return fail();
        while (!reading_.stopped() && entries.next()) {
            if (Result<void> counted = reading_.member(); !counted)
                return reading_.failure(origin_, counted.error());
            member(entries.name(), entries.entry());
        }
        if (reading_.stopped()) return;
        if (entries.failed()) return fail();
        if (kind_ == kTar && reader_.feed().ended_unmarked()) return fail_cut();
        if (empty_) reading_.skipped(origin_, "is an archive without a file");
    }

    void member(const std::string& name, archive_entry* entry) {
        constexpr std::size_t kMaxNameBytes = 4096;  // a path's on Linux
        if (name.size() > kMaxNameBytes) {
            const std::string begin = name.substr(0, utf8::floor_boundary(name, 64));
            return refuse(origin_.inside(begin + "…"), "its name is too long");
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
        if (!knows_all_pages_) pages_.see(name);
        if (pages_.holds(name)) return reading_.skipped(origin, kPartOfPage);
        if (!file_type_of(name, reading_.limits().filtered))
            return reading_.skipped(origin, kUnreadKind);
        if (archive_entry_is_encrypted(entry) != 0) return refuse(origin, "is encrypted");
        EntrySource source(reader_, kind_, reading_);
        if (waits_for_page(name, entry)) {
            hold(origin, name, source);
        } else {
            read_member(origin, name, source, reading_);
        }
        broken_ = source.failed();
    }

    /// Whether the page that it belongs to may stand behind it, and it can be held until then.
    bool waits_for_page(std::string_view name, archive_entry* entry) const {
        constexpr std::uint64_t kMaxHeldBytes = 16U << 20U;
        const la_int64_t size = archive_entry_size(entry);
        return !knows_all_pages_ && PageFolders::may_hold(name) && size >= 0 &&
               static_cast<std::uint64_t>(size) + held_bytes_ <= kMaxHeldBytes;
    }

    void hold(const Origin& origin, const std::string& name, ByteSource& source) {
        Result<std::string> bytes = read_whole(source, reading_.limits().record_bytes);
        if (!bytes) return reading_.failure(origin, bytes.error());
        held_bytes_ += bytes->size();
        held_.push_back({name, *std::move(bytes)});
    }

    void read_held() {
        for (const Held& held : held_) {
            if (reading_.stopped()) return;
            const Origin origin = origin_.inside(held.name);
            MemorySource source(held.bytes);
            if (pages_.holds(held.name)) {
                reading_.skipped(origin, kPartOfPage);
            } else {
                read_member(origin, held.name, source, reading_);
            }
        }
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
    PageFolders pages_;
    bool knows_all_pages_ = false;
    std::vector<Held> held_;
    std::uint64_t held_bytes_ = 0;
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
    ByteSource& bytes = memory ? *memory : source;
    Reader table(bytes);
    archive_read_support_format_zip_seekable(table.get());
    PageFolders pages = pages_in_table(table, reading.limits().members);
    bytes.seekable()->seek(0);
    Reader reader(bytes);
    archive_read_support_format_zip_seekable(reader.get());
    MemberReader members(origin, "zip", reader, reading);
    members.knows(std::move(pages));
    members.read();
}

}  // namespace sitrep
