#include "base/file_lock.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <thread>
#include <utility>

namespace sitrep {
namespace {

std::string holder_in(int descriptor) {
    std::array<char, 32> text{};
    const ssize_t n = ::pread(descriptor, text.data(), text.size() - 1, 0);
    const long holder = n > 0 ? std::strtol(text.data(), nullptr, 10) : 0;
    return holder > 0 ? " (process " + std::to_string(holder) + ")" : "";
}

/// Asks for it again and again: to wait in the kernel would be to wait for ever.
bool lock_whole(int descriptor, const LockWait& wait) {
    constexpr std::chrono::milliseconds kPause{100};
    struct flock whole = {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    const auto end = std::chrono::steady_clock::now() + wait.time;
    for (;;) {
        if (::fcntl(descriptor, F_OFD_SETLK, &whole) == 0) return true;
        const bool is_held = errno == EAGAIN || errno == EACCES;
        if (!is_held) return false;
        if (std::chrono::steady_clock::now() >= end || (wait.interrupted && wait.interrupted())) {
            errno = EAGAIN;
            return false;
        }
        std::this_thread::sleep_for(kPause);
    }
}

}  // namespace

Result<FileLock> FileLock::acquire(const std::string& file, const LockWait& wait,
                                   const std::function<Error(const std::string&)>& held) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return io_error("cannot write " + file, errno);
    FileLock lock(descriptor);
    if (!lock_whole(descriptor, wait)) {
        if (errno == EAGAIN || errno == EACCES) return held(holder_in(descriptor));
        return io_error("cannot lock " + file, errno);
    }
    const std::string pid = std::to_string(::getpid()) + "\n";
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
        return io_error("cannot write " + file, errno);
    }
    return lock;
}

bool FileLock::is_held(const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return false;
    struct flock whole = {};
    whole.l_type = F_RDLCK;
    whole.l_whence = SEEK_SET;
    const bool told = ::fcntl(descriptor, F_OFD_GETLK, &whole) == 0;
    ::close(descriptor);
    return told && whole.l_type != F_UNLCK;
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace sitrep
