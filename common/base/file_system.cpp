#include "base/file_system.hpp"

#include "base/file.hpp"
#include "base/packed.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>
#include <sys/statfs.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace sitrep {
namespace {

constexpr char kVersion = 1;
constexpr std::uint64_t kMaxMountinfoBytes = 16U << 20U;

/// ext2 to ext4 and btrfs make f_fsid of the UUID on the disk, ZFS of the GUID of the data set.
bool keeps_its_id(std::uint64_t type) {
    constexpr std::array<std::uint64_t, 3> kLasting = {0xEF53, 0x9123683E, 0x2FC12FC1};
    return std::find(kLasting.begin(), kLasting.end(), type) != kLasting.end();
}

/// The kernel writes blanks, tabs, newlines and backslashes as three octal digits.
std::string unescaped(std::string_view text) {
    const auto octal = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '7';
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || !octal(i + 1) || !octal(i + 2) || !octal(i + 3)) {
            out += text[i];
            continue;
        }
        out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 +
                                 (text[i + 3] - '0'));
        i += 3;
    }
    return out;
}

bool is_device(std::string_view source) { return source.starts_with("/dev/"); }

}  // namespace

FileSystem mount_of(std::string_view mountinfo, std::string_view path) {
    constexpr std::size_t kMountPoint = 4;
    FileSystem found;
    for (const std::string_view line : split(mountinfo, '\n')) {
        const std::size_t separator = line.find(" - ");
        const std::vector<std::string_view> front = split(line.substr(0, separator), ' ');
        if (separator == std::string_view::npos || front.size() <= kMountPoint) continue;
        const std::vector<std::string_view> back = split(line.substr(separator + 3), ' ');
        if (back.size() < 2) continue;
        std::string mount_point = unescaped(front[kMountPoint]);
        // Of two mounts in one place the later hides the earlier.
        if (is_inside(path, mount_point) && mount_point.size() >= found.mount_point.size())
            found = {std::string(back[0]), unescaped(back[1]), std::move(mount_point), ""};
    }
    return found;
}

Result<FileSystem> file_system_of(const std::string& path) {
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr),
                                                      &std::free);
    if (!real) return io_error("cannot look at " + path, errno);
    struct statfs about = {};
    if (::statfs(real.get(), &about) != 0) return io_error("cannot look at " + path, errno);
    const Result<std::string> mountinfo = read_stream("/proc/self/mountinfo", kMaxMountinfoBytes);
    FileSystem found = mountinfo ? mount_of(*mountinfo, real.get()) : FileSystem();
    if (keeps_its_id(static_cast<std::uint64_t>(about.f_type))) {
        const auto id = std::bit_cast<std::array<std::uint32_t, 2>>(about.f_fsid);
        if (id[0] != 0 || id[1] != 0) found.id = fmt::format("{:08x}{:08x}", id[0], id[1]);
    }
    return found;
}

bool same_file_system(const FileSystem& a, const FileSystem& b) {
    if (!a.id.empty() && !b.id.empty()) return a.id == b.id;
    if (a.type.empty() || b.type.empty()) return true;
    if (a.type != b.type) return false;
    if (a.source == b.source) return true;
    return is_device(a.source) && is_device(b.source) && a.mount_point == b.mount_point;
}

std::string encode_file_system(const FileSystem& file_system) {
    Packer out(kVersion);
    for (const std::string* text :
         {&file_system.type, &file_system.source, &file_system.mount_point, &file_system.id}) {
        out.text(*text);
    }
    return std::move(out).take();
}

Result<FileSystem> decode_file_system(std::string_view data) {
    Unpacker in(data, kVersion);
    FileSystem read;
    for (std::string* text : {&read.type, &read.source, &read.mount_point, &read.id})
        *text = in.text();
    if (in.complete()) return read;
    return Error{ErrorCode::Database,
                 "what the database remembers of a root's file system cannot be read",
                 "the database is damaged: index its folders again into a new one"};
}

}  // namespace sitrep
