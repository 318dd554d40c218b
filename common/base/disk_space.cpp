#include "base/disk_space.hpp"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <array>
#include <cerrno>
#include <filesystem>

namespace sitrep {

std::uint64_t tree_bytes(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code failure;
    std::uint64_t bytes = 0;
    for (fs::recursive_directory_iterator at(path, failure), end; !failure && at != end;
         at.increment(failure)) {
        std::error_code gone;
        const std::uintmax_t size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
        if (!gone) bytes += size;
    }
    return bytes;
}

Result<std::uint64_t> free_bytes(const std::string& path) {
    struct statvfs file_system = {};
    if (::statvfs(path.c_str(), &file_system) != 0)
        return io_error("cannot tell how much room there is at " + path, errno);
    return static_cast<std::uint64_t>(file_system.f_bavail) * file_system.f_frsize;
}

Result<void> check_room(const std::string& path, std::uint64_t needed, const std::string& purpose) {
    const Result<std::uint64_t> free = free_bytes(path);
    if (!free) return free.error();
    if (*free >= needed) return {};
    return Error{ErrorCode::Io,
                 fmt::format("not enough room to {}: about {} are needed at {}, {} are free",
                             purpose, size_text(needed), path, size_text(*free)),
                 "free some room, or move the database to a larger disk; nothing was changed"};
}

std::string size_text(std::uint64_t bytes) {
    constexpr double kStep = 1000;
    constexpr double kWhole = 9.95;  // from here on a decimal says nothing
    constexpr std::array<const char*, 5> kUnits = {"bytes", "kB", "MB", "GB", "TB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= kStep && unit + 1 < kUnits.size(); ++unit) size /= kStep;
    const bool whole = unit == 0 || size >= kWhole;
    return whole ? fmt::format("{:.0f} {}", size, kUnits.at(unit))
                 : fmt::format("{:.1f} {}", size, kUnits.at(unit));
}

}  // namespace sitrep
