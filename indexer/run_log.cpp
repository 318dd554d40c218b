#include "indexer/run_log.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>

namespace sitrep {
namespace {

/// `2026-11-25T03:15:02+0100`
std::string time_text() {
    const std::time_t now = std::time(nullptr);
    std::tm local = {};
    std::array<char, 32> text = {};
    if (localtime_r(&now, &local) == nullptr) return "-";
    const std::size_t length =
        std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S%z", &local);
    return {text.data(), length};
}

bool is_same_file(int descriptor, const std::string& path) {
    struct stat open = {};
    struct stat named = {};
    return fstat(descriptor, &open) == 0 && stat(path.c_str(), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

}  // namespace

RunLog::~RunLog() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> RunLog::open(const std::string& path) {
    path_ = path;
    return open_current();
}

Result<void> RunLog::open_current() {
    const int descriptor = ::open(
        path_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600);
    if (descriptor < 0) return io_error("cannot write the log " + path_, errno);
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = descriptor;
    return {};
}

/// Under a lock on the full file: who waited for it finds that it has another name by now, and
/// takes the new one.
void RunLog::make_room() {
    struct stat info = {};
    if (fstat(descriptor_, &info) != 0 || !S_ISREG(info.st_mode) ||
        static_cast<std::uint64_t>(info.st_size) < kMaxBytes) {
        return;
    }
    if (flock(descriptor_, LOCK_EX) != 0) return fail("cannot be locked");
    if (is_same_file(descriptor_, path_) &&
        std::rename(path_.c_str(), (path_ + ".1").c_str()) != 0) {
        fail("cannot be renamed");
    }
    const int full = ::dup(descriptor_);  // the lock is held until the new file is there
    if (const Result<void> opened = open_current(); !opened) fail("cannot be made anew");
    flock(full, LOCK_UN);
    ::close(full);
}

void RunLog::write(std::string_view text) {
    if (descriptor_ < 0) return;
    make_room();
    const std::string line = fmt::format("{} sitrep-index[{}]: {}\n", time_text(), getpid(), text);
    ssize_t written = 0;
    do {
        written = ::write(descriptor_, line.data(), line.size());
    } while (written < 0 && errno == EINTR);
    if (written != static_cast<ssize_t>(line.size())) {
        if (written >= 0) errno = ENOSPC;
        fail("cannot be written");
    }
}

void RunLog::fail(const char* what) {
    if (failure_.empty())
        failure_ = fmt::format("the log {} {}: {}", path_, what, std::strerror(errno));
}

}  // namespace sitrep
