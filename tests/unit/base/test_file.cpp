#include "base/file.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

namespace {

using namespace sitrep;
using test::TempFolder;

TEST_CASE("file: what lies at a path, links told as links") {
    const TempFolder folder;
    const std::string path = folder.write("a.txt", "abc");
    REQUIRE(symlink(path.c_str(), (folder / "link").c_str()) == 0);
    REQUIRE(mkfifo((folder / "fifo").c_str(), 0600) == 0);
    CHECK(file_info(path)->kind == FileKind::Regular);
    CHECK(file_info(path)->signature.size == 3);
    CHECK(file_info(folder.path())->kind == FileKind::Directory);
    CHECK(file_info(folder / "link")->kind == FileKind::Link);
    CHECK(file_info(folder / "fifo")->kind == FileKind::Other);
    CHECK(file_info(folder / "none")->kind == FileKind::Missing);
    CHECK(file_info(path + "/below")->kind == FileKind::Missing);
}

TEST_CASE("file: reads regular files up to the limit, and waits on nothing") {
    const TempFolder folder;
    const std::string path = folder.write("a.txt", "abc");
    REQUIRE(symlink(path.c_str(), (folder / "link").c_str()) == 0);
    REQUIRE(mkfifo((folder / "fifo").c_str(), 0600) == 0);
    const Result<FileContent> content = read_file(path, 3);
    REQUIRE(content);
    CHECK(content->bytes == "abc");
    CHECK(content->signature == file_info(path)->signature);
    CHECK(read_file(folder.write("empty", ""), 10)->bytes.empty());
    for (const std::string& bad :
         {folder / "link", folder / "fifo", folder / "none", folder.path()}) {
        CAPTURE(bad);
        CHECK(read_file(bad, 100).error().code == ErrorCode::BadInput);
    }
    CHECK(read_file(path, 2).error().hint == "raise it with --max-file-size");
}

TEST_CASE("file: that too many are open is no fault of the one at hand") {
    const TempFolder folder;
    const std::string path = folder.write("a.txt", "abc");
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
    const rlimit none{0, before.rlim_max};
    REQUIRE(setrlimit(RLIMIT_NOFILE, &none) == 0);
    const Result<OpenFile> file = OpenFile::open(path);
    REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == ErrorCode::Io);
    CHECK(file.error().message == "cannot open " + path + ": Too many open files");
}

TEST_CASE("file: is replaced whole, privately, and leaves nothing behind") {
    const TempFolder folder;
    const std::string path = folder.write("a.txt", "old");
    REQUIRE(write_file_atomically(path, "new content"));
    CHECK(read_file(path, 100)->bytes == "new content");
    CHECK(file_info(path + ".tmp")->kind == FileKind::Missing);
    CHECK_FALSE(write_file_atomically(folder / "none/a.txt", "x"));
}

TEST_CASE("file: folders are made private and removed with all in them") {
    const TempFolder folder;
    const std::string path = folder / "a/b";
    REQUIRE(make_private_directory(path));
    REQUIRE(make_private_directory(path));
    struct stat st = {};
    REQUIRE(stat(path.c_str(), &st) == 0);
    CHECK((st.st_mode & 0777U) == 0700);
    folder.write("a/b/c", "x");
    REQUIRE(remove_tree(folder / "a"));
    REQUIRE(remove_tree(folder / "a"));
    CHECK(file_info(folder / "a")->kind == FileKind::Missing);
}

TEST_CASE("file: paths by text alone") {
    CHECK(absolute_path("/a/./b//c/../d/") == "/a/b/d");
    CHECK(absolute_path("/") == "/");
    CHECK(absolute_path("x").starts_with('/'));
    CHECK(is_inside("/a/b", "/a"));
    CHECK(is_inside("/a", "/a"));
    CHECK(is_inside("/a", "/"));
    CHECK_FALSE(is_inside("/ab", "/a"));
    CHECK_FALSE(is_inside("/", "/a"));
}

TEST_CASE("file: paths are joined by one slash, and an empty folder holds all") {
    CHECK(joined_path("/a", "b") == "/a/b");
    CHECK(joined_path("/", "b") == "/b");
    CHECK(joined_path("a/", "b") == "a/b");
    CHECK(joined_path("", "b") == "b");
    CHECK(joined_path("/a", "") == "/a");
    CHECK(is_inside("a/b", ""));
    CHECK_FALSE(is_inside("ab", "a"));
}

TEST_CASE("file: shipped files are looked for where SITREP_DATA says") {
    const TempFolder folder;
    const std::string path = folder.write("stopwords/en.txt", "the\n");
    setenv("SITREP_DATA", folder.path().c_str(), 1);
    CHECK(*shipped_file("stopwords/en.txt") == path);
    CHECK(shipped_file("none").error().hint.find("SITREP_DATA") != std::string::npos);
    unsetenv("SITREP_DATA");
}

}  // namespace
