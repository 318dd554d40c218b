#include "base/file_system.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

constexpr const char* kMounts =
    "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n"
    "22 27 0:21 / /proc rw - proc proc rw\n"
    "31 27 8:17 / /media/old\\040news rw,noatime shared:1 master:2 - xfs /dev/sdb1 rw\n"
    "32 27 0:40 / /mnt rw - autofs systemd-1 rw\n"
    "33 27 0:41 / /mnt rw - nfs4 server:/export rw\n"
    "not a mount\n"
    "1 2 3 4 /media\n";

}  // namespace

TEST_CASE("file system: a path stands on the innermost mount, the later of two in one place") {
    CHECK(mount_of(kMounts, "/home/me") == FileSystem{"ext4", "/dev/vda", "/", ""});
    CHECK(mount_of(kMounts, "/media/old news/2020") ==
          FileSystem{"xfs", "/dev/sdb1", "/media/old news", ""});
    CHECK(mount_of(kMounts, "/media/old newspapers").type == "ext4");
    CHECK(mount_of(kMounts, "/mnt").source == "server:/export");
    CHECK(mount_of("", "/mnt") == FileSystem{});
}

TEST_CASE("file system: where disks keep an id, the id decides") {
    const FileSystem disk{"ext4", "/dev/sdb1", "/mnt", "01"};
    CHECK(same_file_system(disk, {"ext4", "/dev/sdc1", "/mnt", "01"}));
    CHECK_FALSE(same_file_system(disk, {"ext4", "/dev/sdb1", "/mnt", "02"}));
    CHECK_FALSE(same_file_system(disk, {"tmpfs", "tmpfs", "/", ""}));
}

TEST_CASE("file system: where they keep none, an unmounted disk is told and a renamed one is not") {
    const FileSystem disk{"xfs", "/dev/sdb1", "/mnt", ""};
    CHECK(same_file_system(disk, {"xfs", "/dev/sdc1", "/mnt", ""}));
    CHECK_FALSE(same_file_system(disk, {"xfs", "/dev/sda2", "/", ""}));
    const FileSystem share{"nfs4", "server:/news", "/mnt", ""};
    CHECK(same_file_system(share, {"nfs4", "server:/news", "/srv", ""}));
    CHECK_FALSE(same_file_system(share, {"nfs4", "server:/mail", "/mnt", ""}));
    CHECK(same_file_system({"tmpfs", "tmpfs", "/tmp", ""}, {"tmpfs", "tmpfs", "/tmp", ""}));
}

TEST_CASE("file system: what cannot be told is no difference") {
    CHECK(same_file_system({}, {"xfs", "/dev/sda2", "/", ""}));
    CHECK(same_file_system({"ext4", "/dev/sda2", "/", "01"}, {}));
}

TEST_CASE("file system: a folder's is found, and comes back as it was stored") {
    const test::TempFolder folder;
    const Result<FileSystem> found = file_system_of(folder.path());
    REQUIRE(found);
    CHECK_FALSE(found->type.empty());
    CHECK(same_file_system(*found, *found));
    CHECK(*decode_file_system(encode_file_system(*found)) == *found);
    CHECK_FALSE(file_system_of(folder / "missing"));
    const std::string good = encode_file_system({"ext4", "/dev/vda", "/", "01"});
    for (std::size_t size = 0; size < good.size(); ++size)
        CHECK_FALSE(decode_file_system(std::string_view(good).substr(0, size)));
}
