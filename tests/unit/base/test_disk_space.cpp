#include "base/disk_space.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("disk space: a folder takes what its files take, those in folders below it included") {
    const test::TempFolder folder;
    folder.write("a", "12345");
    folder.write("b/c/d", "678");
    CHECK(tree_bytes(folder.path()) == 8);
    CHECK(tree_bytes(folder / "none") == 0);
}

TEST_CASE("disk space: too little is refused with the numbers") {
    const test::TempFolder folder;
    CHECK(check_room(folder.path(), 1, "build"));
    const Result<void> refused = check_room(folder.path(), 1ULL << 62U, "build");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Io);
    CHECK(refused.error().message.starts_with(
        "not enough room to build: about 4611686 TB are needed at " + folder.path() + ", "));
    CHECK_FALSE(free_bytes(folder / "none"));
}

TEST_CASE("disk space: sizes are for people") {
    CHECK(size_text(0) == "0 bytes");
    CHECK(size_text(999) == "999 bytes");
    CHECK(size_text(1500) == "1.5 kB");
    CHECK(size_text(20'400'000) == "20 MB");
    CHECK(size_text(3'100'000'000) == "3.1 GB");
}
