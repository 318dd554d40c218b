// Files and folders as the tools need them: read whole and bounded, written whole or not at all,
// made durable. Paths are bytes, as the kernel has them.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

/// What tells one state of a file from another: compared for inequality, never for "newer than".
struct FileSignature {
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;
    std::int64_t ctime_ns = 0;
    friend bool operator==(const FileSignature&, const FileSignature&) = default;
};

enum class FileKind { Regular, Directory, Link, Other, Missing };

struct FileInfo {
    FileKind kind = FileKind::Missing;
    FileSignature signature = {};
};

/// lstat(): a link is told as a link. Missing is a value; other trouble is an error.
Result<FileInfo> file_info(const std::string& path);

/// Whether a folder above `path` is closed to this user, so that nobody can say what is there.
bool is_closed(const std::string& path);

/// A regular file, open for reading from any place. Never follows a link at the end of its path,
/// never waits on a FIFO. Errors are BadInput with the reason (vanished, not regular, unreadable),
/// and Io where too many files are open: that is no fault of this one.
class OpenFile {
  public:
    static Result<OpenFile> open(const std::string& path);
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;
    ~OpenFile();

    /// Of the open file, so that it belongs to the bytes.
    const FileSignature& signature() const { return signature_; }
    /// Whether it has another by now: what was read may be of two states.
    bool has_changed() const;
    /// Reads up to `size` bytes at `offset`; 0 only at the end of the file.
    Result<std::size_t> read(char* buffer, std::size_t size, std::uint64_t offset) const;

  private:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
    FileSignature signature_;
};

struct FileContent {
    std::string bytes;
    FileSignature signature;  ///< of the open file, so that it belongs to the bytes
};

/// The whole of a regular file of at most `max_bytes`, by OpenFile; beyond that TooLarge.
Result<FileContent> read_file(const std::string& path, std::uint64_t max_bytes);

/// All that can be read from `name`, which may be a pipe too; `-` is standard input. Errors are Io,
/// also past `max_bytes`.
Result<std::string> read_stream(const std::string& name, std::uint64_t max_bytes);

/// Replaces `path` by `content` so that a crash leaves the old or the new, never a part: a
/// temporary beside it, fsync, rename, fsync of the folder.
Result<void> write_file_atomically(const std::string& path, std::string_view content);

/// fsync() of a folder: a rename inside it is durable only then.
Result<void> sync_directory(const std::string& path);

/// fsync() of a folder's files, and of the folder.
Result<void> sync_tree(const std::string& path);

/// Makes `path` with mode 0700, and the folders above it. No error when it is there.
Result<void> make_private_directory(const std::string& path);

/// Removes a folder and all in it; missing is no error.
Result<void> remove_tree(const std::string& path);

/// `path` made absolute and without `.`, `..`, doubled or trailing slashes, by text alone: links
/// are kept as the user wrote them.
std::string absolute_path(const std::string& path);

/// absolute_path() with every link on the way followed, as far as the way is there: two names of
/// one folder give one path.
std::string canonical_path(const std::string& path);

/// `name` inside `folder`; either alone when the other is empty.
std::string joined_path(std::string_view folder, std::string_view name);

/// Whether `path` is `folder` or lies below it; an empty folder, as inside a root, holds every
/// path; both absolute.
bool is_inside(std::string_view path, std::string_view folder);

/// A file that ships with Sitrep: below $SITREP_DATA, else `../share/sitrep` beside the folder of
/// the running program, which holds for installed trees and for build trees alike.
Result<std::string> shipped_file(std::string_view name);

/// A program that ships with Sitrep and is no command: `../libexec/sitrep/NAME` beside the folder
/// of the running program. BadInput when it is not there.
Result<std::string> helper_program(std::string_view name);

}  // namespace sitrep
