#include "indexer/source/archive.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "indexer/source/archive_reader.hpp"
#include "indexer/source/record_reader.hpp"
#include "indexer/source/saved_folder.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace sitrep {
namespace {

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

/// The pages that the table of a zip names, read before any member. What is wrong with it is told
/// when the members are read.
PageFolders pages_in_table(ByteSource& zip, std::uint64_t max_members) {
    PageFolders pages;
    ArchiveReader table(ArchiveForm::Zip, zip);
    for (std::uint64_t i = 0; i < max_members && table.next(); ++i) pages.see(table.entry().name);
    return pages;
}

/// Tells the members of one archive.
class MemberReader {
  public:
    MemberReader(const Origin& origin, ArchiveReader& reader, Reading& reading)
        : origin_(origin), reader_(reader), reading_(reading) {}

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
        while (!reading_.stopped() && reader_.next()) {
            if (Result<void> counted = reading_.member(); !counted)
                return reading_.failure(origin_, counted.error());
            member(reader_.entry());
        }
        if (reading_.stopped()) return;
        // Damage that a member has told already is not told again of the archive.
        if (reader_.failed() && broken_) return;
        if (reader_.failed()) return reading_.failure(origin_, reader_.error());
        if (reader_.ends_unmarked()) return reading_.failure(origin_, reader_.cut());
        if (empty_) reading_.skipped(origin_, "is an archive without a file");
    }

    void member(const ArchiveEntry& entry) {
        constexpr std::size_t kMaxNameBytes = 4096;  // a path's on Linux
        const std::string& name = entry.name;
        if (name.size() > kMaxNameBytes) {
            const std::string begin = name.substr(0, utf8::floor_boundary(name, 64));
            return refuse(origin_.inside(begin + "…"), "its name is too long");
        }
        if (entry.kind == ArchiveEntry::Kind::Folder || is_hidden(name)) return;
        empty_ = false;
        if (name.empty()) return refuse(origin_, "has a member without a name");
        const Origin origin = origin_.inside(name);
        if (entry.kind == ArchiveEntry::Kind::Link) return reading_.skipped(origin, "is a link");
        if (entry.kind != ArchiveEntry::Kind::File)
            return reading_.skipped(origin, "is not a regular file");
        if (leads_out(name)) return refuse(origin, "its name leads out of the archive");
        if (!knows_all_pages_) pages_.see(name);
        if (pages_.holds(name)) return reading_.skipped(origin, kPartOfPage);
        if (!file_type_of(name, reading_.limits().filtered))
            return reading_.skipped(origin, kUnreadKind);
        if (entry.is_encrypted) return refuse(origin, "is encrypted");
        EntrySource source(reader_, reading_);
        if (waits_for_page(entry)) {
            hold(origin, name, source);
        } else {
            read_member(origin, name, source, reading_);
        }
        broken_ = source.failed();
    }

    /// Whether the page that it belongs to may stand behind it, and it can be held until then.
    bool waits_for_page(const ArchiveEntry& entry) const {
        constexpr std::uint64_t kMaxHeldBytes = 16U << 20U;
        return !knows_all_pages_ && PageFolders::may_hold(entry.name) &&
               entry.bytes <= kMaxHeldBytes - held_bytes_;
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

    const Origin& origin_;
    ArchiveReader& reader_;
    Reading& reading_;
    PageFolders pages_;
    bool knows_all_pages_ = false;
    std::vector<Held> held_;
    std::uint64_t held_bytes_ = 0;
    bool empty_ = true;
    bool broken_ = false;
};

}  // namespace

void read_tar(const Origin& origin, ByteSource& source, Reading& reading) {
    ArchiveReader reader(ArchiveForm::Tar, source);
    MemberReader(origin, reader, reading).read();
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
    PageFolders pages = pages_in_table(bytes, reading.limits().members);
    bytes.seekable()->seek(0);
    ArchiveReader reader(ArchiveForm::Zip, bytes);
    MemberReader members(origin, reader, reading);
    members.knows(std::move(pages));
    members.read();
}

}  // namespace sitrep
