// One archive or packed file being read, by libarchive: the only door to it.
#pragma once

#include "base/error.hpp"
#include "indexer/source/byte_source.hpp"
#include "indexer/source/reading.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct archive;

namespace sitrep {

/// To libarchive a packed file is an archive of one entry without a header.
enum class ArchiveForm { Tar, Zip, Zstd, Xz, Bzip2 };

/// What stands before the bytes of a member.
struct ArchiveEntry {
    enum class Kind { File, Folder, Link, Other };

    std::string name;  ///< valid UTF-8, without `/` and `./` before it; may be empty
    Kind kind = Kind::File;
    std::uint64_t bytes = 0;  ///< as it says
    bool is_encrypted = false;
};

class ArchiveReader {
  public:
    /// `source` must outlive it; a zip's can be read from any place.
    ArchiveReader(ArchiveForm form, ByteSource& source);
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;
    ~ArchiveReader();

    /// Goes to the next entry. False at the end, and where what follows cannot be read: failed().
    bool next();
    const ArchiveEntry& entry() const { return entry_; }
    bool failed() const { return failed_; }
    /// Whether a tar ends without its mark: it may be cut between two members, where libarchive
    /// takes the end for the archive's.
    bool ends_unmarked() const;

    /// The next piece of the entry's bytes, until next(): empty at their end.
    Result<std::string_view> piece();

    /// What went wrong last, in the source or in the archive.
    Error error() const;
    /// That it ends too early.
    Error cut() const;

  private:
    class Feed;
    bool open();

    const ArchiveForm form_;
    std::unique_ptr<Feed> feed_;
    archive* reader_;
    ArchiveEntry entry_;
    std::string buffer_;
    bool opened_ = false;
    bool failed_ = false;
    bool is_other_ = false;  ///< packed in another way
};

/// The bytes of the entry that `reader` stands at, charged to `reading`.
class EntrySource : public ByteSource {
  public:
    EntrySource(ArchiveReader& reader, Reading& reading) : reader_(reader), reading_(reading) {}

    Result<std::string_view> next() override;
    /// Whether the archive could not be read on, rather than what it holds is too much.
    bool failed() const { return failed_; }

  private:
    ArchiveReader& reader_;
    Reading& reading_;
    bool failed_ = false;
};

}  // namespace sitrep
