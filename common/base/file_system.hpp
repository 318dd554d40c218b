// Which file system a folder stands on: what tells a disk from the empty folder that it is mounted
// on. Built to last: a reboot, another order of disks or a restarted container is no other file
// system.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace sitrep {

struct FileSystem {
    std::string type;         ///< as the kernel names it: ext4, nfs4, tmpfs; empty: unknown
    std::string source;       ///< what is mounted: a device, server:/folder, a bare name
    std::string mount_point;  ///< where
    /// f_fsid in hexadecimal, of kinds that keep it on the disk itself; empty of all others, which
    /// make it of a device number (xfs, vfat, fuse), at random (tmpfs, overlay), or not at all
    /// (nfs, cifs).
    std::string id;
    friend bool operator==(const FileSystem&, const FileSystem&) = default;
};

/// Of the folder `path`, with what cannot be told left empty. Fails with Io when it is not there.
Result<FileSystem> file_system_of(const std::string& path);

/// Type, source and mount point of `path` (absolute, without links), from the text of
/// /proc/self/mountinfo. Lines that are not of its form are skipped.
FileSystem mount_of(std::string_view mountinfo, std::string_view path);

/// Ids, where both have one, decide. Else the types must agree, and the sources: but names of
/// devices change with the order in which disks are found, so that two devices are taken for one
/// where they are mounted in the same place. What is unknown of either is no difference.
bool same_file_system(const FileSystem& a, const FileSystem& b);

std::string encode_file_system(const FileSystem& file_system);
/// Any bytes are read or refused with a Database error.
Result<FileSystem> decode_file_system(std::string_view data);

}  // namespace sitrep
