#include "base/file.hpp"

#include "base/size_limit.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace sitrep {
namespace fs = std::filesystem;
namespace {

/// Closes a descriptor when it goes out of scope.
class Descriptor {
  public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    int get() const { return value_; }

  private:
    int value_;
};

FileSignature signature_of(const struct stat& st) {
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return {static_cast<std::uint64_t>(st.st_size),
            st.st_mtim.tv_sec * kNanoseconds + st.st_mtim.tv_nsec,
            st.st_ctim.tv_sec * kNanoseconds + st.st_ctim.tv_nsec};
}

Error unusable(std::string reason) { return {ErrorCode::BadInput, std::move(reason)}; }

Error unreadable(int error_number) {
    if (error_number == ENXIO) return unusable("is not a regular file");  // a socket
    if (error_number == ENOENT || error_number == ENOTDIR)
        return unusable("gone before it was read");
    return unusable(io_error("cannot be read", error_number).message);
}

/// Reads until end of file rather than for st_size bytes: a file may shrink or grow meanwhile.
template <class Read>
Result<std::string> read_all(Read&& read, std::uint64_t expected, std::uint64_t max_bytes) {
    std::string bytes;
    std::size_t filled = 0;
    bytes.resize(static_cast<std::size_t>(expected) + 1);
    for (;;) {
        Result<std::size_t> n = read(bytes.data() + filled, bytes.size() - filled);
        if (!n) return n.error();
        if (*n == 0) break;
        filled += *n;
        if (filled > max_bytes)
            return Error{ErrorCode::TooLarge, "grew over the size limit while it was read"};
        if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(filled);
    return bytes;
}

Result<void> write_all(int descriptor, std::string_view content, const std::string& path) {
    while (!content.empty()) {
        const ssize_t n = ::write(descriptor, content.data(), content.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return io_error("cannot write " + path, errno);
        content.remove_prefix(static_cast<std::size_t>(n));
    }
    if (::fsync(descriptor) != 0) return io_error("cannot write " + path, errno);
    return {};
}

}  // namespace

Result<FileInfo> file_info(const std::string& path) {
    struct stat st = {};
    if (::lstat(path.c_str(), &st) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return FileInfo{};
        return io_error("cannot look at " + path, errno);
    }
    FileKind kind = FileKind::Other;
    if (S_ISREG(st.st_mode)) kind = FileKind::Regular;
    if (S_ISDIR(st.st_mode)) kind = FileKind::Directory;
    if (S_ISLNK(st.st_mode)) kind = FileKind::Link;
    return FileInfo{kind, signature_of(st)};
}

bool is_closed(const std::string& path) {
    struct stat st = {};
    return ::lstat(path.c_str(), &st) != 0 && errno == EACCES;
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), signature_(other.signature_) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    signature_ = other.signature_;
    return *this;
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<OpenFile> OpenFile::open(const std::string& path) {
    OpenFile file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY));
    if (file.descriptor_ < 0 && (errno == EMFILE || errno == ENFILE))
        return io_error("cannot open " + path, errno);
    if (file.descriptor_ < 0) return errno == ELOOP ? unusable("is a link") : unreadable(errno);
    struct stat st = {};
    if (::fstat(file.descriptor_, &st) != 0) return unreadable(errno);
    if (!S_ISREG(st.st_mode)) return unusable("is not a regular file");
    file.signature_ = signature_of(st);
    return file;
}

bool OpenFile::has_changed() const {
    struct stat st = {};
    return ::fstat(descriptor_, &st) != 0 || signature_of(st) != signature_;
}

Result<std::size_t> OpenFile::read(char* buffer, std::size_t size, std::uint64_t offset) const {
    for (;;) {
        const ssize_t n = ::pread(descriptor_, buffer, size, static_cast<off_t>(offset));
        if (n >= 0) return static_cast<std::size_t>(n);
        if (errno != EINTR) return unreadable(errno);
    }
}

Result<FileContent> read_file(const std::string& path, std::uint64_t max_bytes) {
    Result<OpenFile> file = OpenFile::open(path);
    if (!file) return file.error();
    if (file->signature().size > max_bytes) return too_large(max_bytes);
    std::uint64_t offset = 0;
    const auto next = [&](char* buffer, std::size_t size) {
        Result<std::size_t> n = file->read(buffer, size, offset);
        if (n) offset += *n;
        return n;
    };
    Result<std::string> bytes = read_all(next, file->signature().size, max_bytes);
    if (!bytes) return bytes.error();
    return FileContent{*std::move(bytes), file->signature()};
}

Result<std::string> read_stream(const std::string& name, std::uint64_t max_bytes) {
    const bool standard = name == "-";
    const Descriptor file(standard ? -1 : ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!standard && file.get() < 0) return io_error("cannot read " + name, errno);
    const int descriptor = standard ? STDIN_FILENO : file.get();
    const auto next = [descriptor](char* buffer, std::size_t size) -> Result<std::size_t> {
        for (;;) {
            const ssize_t n = ::read(descriptor, buffer, size);
            if (n >= 0) return static_cast<std::size_t>(n);
            if (errno != EINTR) return unreadable(errno);
        }
    };
    Result<std::string> bytes = read_all(next, 0, max_bytes);
    if (!bytes) {
        return Error{ErrorCode::Io,
                     (standard ? "standard input" : name) + " " + bytes.error().message};
    }
    return bytes;
}

Result<void> write_file_atomically(const std::string& path, std::string_view content) {
    const std::string temporary = path + ".tmp";
    {
        const Descriptor file(
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (file.get() < 0) return io_error("cannot write " + temporary, errno);
        if (Result<void> written = write_all(file.get(), content, temporary); !written) {
            ::unlink(temporary.c_str());
            return written;
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        const int error_number = errno;
        ::unlink(temporary.c_str());
        return io_error("cannot write " + path, error_number);
    }
    return sync_directory(fs::path(path).parent_path().string());
}

Result<void> sync_directory(const std::string& path) {
    const Descriptor folder(
        ::open(path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0) return io_error("cannot open folder " + path, errno);
    if (::fsync(folder.get()) != 0) return io_error("cannot sync folder " + path, errno);
    return {};
}

Result<void> sync_tree(const std::string& path) {
    std::error_code failure;
    for (const fs::directory_entry& entry : fs::directory_iterator(path, failure)) {
        const Descriptor file(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
        if (file.get() < 0) return io_error("cannot open " + entry.path().string(), errno);
        if (::fsync(file.get()) != 0)
            return io_error("cannot sync " + entry.path().string(), errno);
    }
    if (failure) return io_error("cannot read folder " + path, failure.value());
    return sync_directory(path);
}

Result<void> make_private_directory(const std::string& path) {
    const fs::path parent = fs::path(path).parent_path();
    if (!parent.empty() && parent != fs::path(path) && ::access(parent.c_str(), F_OK) != 0) {
        if (Result<void> made = make_private_directory(parent.string()); !made) return made;
    }
    if (::mkdir(path.c_str(), 0700) == 0) return sync_directory(parent.string());
    if (errno == EEXIST) return {};
    return io_error("cannot make folder " + path, errno);
}

Result<void> remove_tree(const std::string& path) {
    std::error_code failure;
    fs::remove_all(path, failure);
    if (failure) return io_error("cannot remove " + path, failure.value());
    return {};
}

std::string absolute_path(const std::string& path) {
    std::error_code failure;
    fs::path absolute = fs::absolute(path, failure);
    if (failure) absolute = path;
    std::string text = absolute.lexically_normal().string();
    while (text.size() > 1 && text.back() == '/') text.pop_back();
    return text;
}

std::string canonical_path(const std::string& path) {
    std::error_code failure;
    const fs::path resolved = fs::weakly_canonical(absolute_path(path), failure);
    return failure ? absolute_path(path) : resolved.string();
}

std::string joined_path(std::string_view folder, std::string_view name) {
    std::string path(folder);
    if (!folder.empty() && !name.empty() && !folder.ends_with('/')) path += '/';
    return path += name;
}

bool is_inside(std::string_view path, std::string_view folder) {
    if (folder.empty()) return true;
    if (!path.starts_with(folder)) return false;
    return path.size() == folder.size() || folder == "/" || path[folder.size()] == '/';
}

namespace {

/// The folder that holds bin/, share/ and libexec/ of the running program, in a build tree as
/// installed.
Result<std::string> own_prefix() {
    std::error_code failure;
    const fs::path program = fs::read_symlink("/proc/self/exe", failure);
    if (failure) return io_error("cannot find the program's own folder", failure.value());
    return program.parent_path().parent_path().string();
}

}  // namespace

Result<std::string> shipped_file(std::string_view name) {
    std::string folder;
    if (const char* given = std::getenv("SITREP_DATA"); given != nullptr && *given != '\0') {
        folder = given;
    } else {
        Result<std::string> prefix = own_prefix();
        if (!prefix) return prefix.error();
        folder = *prefix + "/share/sitrep";
    }
    std::string path = folder + "/" + std::string(name);
    if (::access(path.c_str(), R_OK) == 0) return path;
    return Error{ErrorCode::Io, "cannot read " + path + ", which comes with Sitrep",
                 "install Sitrep again, or name the folder of its data in SITREP_DATA"};
}

Result<std::string> helper_program(std::string_view name) {
    Result<std::string> prefix = own_prefix();
    if (!prefix) return prefix.error();
    std::string path = *prefix + "/libexec/sitrep/" + std::string(name);
    if (::access(path.c_str(), X_OK) == 0) return path;
    return Error{ErrorCode::BadInput, "cannot run " + path + ", which comes with Sitrep",
                 "install Sitrep again"};
}

}  // namespace sitrep
