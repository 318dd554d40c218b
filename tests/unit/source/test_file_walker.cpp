#include "indexer/source/file_walker.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

using namespace sitrep;

namespace {

using Names = std::vector<std::string>;

Names found(const WalkResult& result) {
    Names names;
    for (const FoundFile& file : result.files) names.push_back(file.path);
    return names;
}

Names skipped(const WalkResult& result) {
    Names names;
    for (const SkippedFile& file : result.skipped) names.push_back(file.path + ": " + file.reason);
    return names;
}

}  // namespace

TEST_CASE("file walker: finds what we read, in order, and names what it skips") {
    const test::TempFolder folder;
    folder.write("b.txt", "b");
    folder.write("a/deep/c.html", "c");
    folder.write("a/picture.png", "p");
    folder.write(".hidden.txt", "h");
    folder.write(".git/x.txt", "g");
    folder.write("CVS/x.txt", "g");
    const WalkResult result = walk(folder.path(), "", {});
    CHECK(found(result) == Names{"a/deep/c.html", "b.txt"});
    CHECK(skipped(result) == Names{"a/picture.png: is of a kind that is not read"});
    CHECK(result.failures.empty());
}

TEST_CASE("file walker: links, FIFOs and loops are skipped, never opened") {
    const test::TempFolder folder;
    folder.write("a.txt", "a");
    REQUIRE(::symlink(".", (folder / "loop").c_str()) == 0);
    REQUIRE(::symlink("a.txt", (folder / "link.txt").c_str()) == 0);
    REQUIRE(::mkfifo((folder / "pipe.txt").c_str(), 0600) == 0);
    const WalkResult result = walk(folder.path(), "", {});
    CHECK(found(result) == Names{"a.txt"});
    CHECK(skipped(result) ==
          Names{"link.txt: is a link", "loop: is a link", "pipe.txt: is not a regular file"});
}

TEST_CASE("file walker: a folder named like a file is a folder") {
    const test::TempFolder folder;
    folder.write("a.txt/b.txt", "b");
    CHECK(found(walk(folder.path(), "", {})) == Names{"a.txt/b.txt"});
}

TEST_CASE("file walker: a part of a root is walked under the root's rules") {
    const test::TempFolder folder;
    folder.write(".sitrepignore", "drafts/\n*.html\n");
    folder.write("a/.sitrepignore", "!keep.html\n");
    folder.write("a/keep.html", "k");
    folder.write("a/other.html", "o");
    folder.write("a/drafts/x.txt", "x");
    folder.write("a/y.txt", "y");
    CHECK(found(walk(folder.path(), "", {})) == Names{"a/keep.html", "a/y.txt"});
    CHECK(found(walk(folder.path(), "a", {})) == Names{"a/keep.html", "a/y.txt"});
    CHECK(found(walk(folder.path(), "a/drafts", {})).empty());
    CHECK(found(walk(folder.path(), "a/y.txt", {})) == Names{"a/y.txt"});
    CHECK(found(walk(folder.path(), "gone", {})).empty());
}

TEST_CASE("file walker: a folder whose .sitrepignore cannot be read is not walked, and is named") {
    const test::TempFolder folder;
    folder.write("a/x.txt", "x");
    folder.write("b/y.txt", "y");
    REQUIRE(::symlink("elsewhere", (folder / "a/.sitrepignore").c_str()) == 0);
    const WalkResult result = walk(folder.path(), "", {});
    CHECK(found(result) == Names{"b/y.txt"});
    REQUIRE(result.failures.size() == 1);
    CHECK(result.failures[0].path == "a");
    CHECK(result.failures[0].error.message == "its .sitrepignore is a link");
}

TEST_CASE("file walker: include and exclude choose files and folders") {
    const test::TempFolder folder;
    folder.write("a.txt", "a");
    folder.write("b.html", "b");
    folder.write("old/c.txt", "c");
    WalkOptions options;
    options.include = {*Glob::parse("*.txt")};
    CHECK(found(walk(folder.path(), "", options)) == Names{"a.txt", "old/c.txt"});
    options.exclude = {*Glob::parse("old")};
    CHECK(found(walk(folder.path(), "", options)) == Names{"a.txt"});
    CHECK_FALSE(is_selected(options, "old/c.txt"));
    CHECK(is_selected(options, "new/c.txt"));
}

TEST_CASE("file walker: the database's own folder is not entered") {
    const test::TempFolder folder;
    folder.write("db/a.txt", "a");
    WalkOptions options;
    options.database = folder / "db";
    CHECK(found(walk(folder.path(), "", options)).empty());
}

TEST_CASE("file walker: names of any bytes are kept as they are") {
    const test::TempFolder folder;
    folder.write("new\nline \xff.txt", "x");
    CHECK(found(walk(folder.path(), "", {})) == Names{"new\nline \xff.txt"});
}
