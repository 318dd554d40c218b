#include "base/file.hpp"
#include "indexer/root_set.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

using namespace sitrep;

TEST_CASE("root set: a folder is a root, what lies inside a known root is a part of it") {
    const test::TempFolder folder;
    folder.write("articles/2015/a.txt", "a");
    const auto outer = find_target(folder / "articles/", {});
    REQUIRE(outer);
    CHECK(outer->root_path == (folder / "articles"));
    CHECK(outer->subtree.empty());

    const std::map<std::string, std::string> known = {{outer->root_id, outer->root_path}};
    const auto inner = find_target(folder / "articles/2015", known);
    REQUIRE(inner);
    CHECK(inner->root_id == outer->root_id);
    CHECK(inner->subtree == "2015");
    CHECK(find_target(folder / "articles/vanished", known)->subtree == "vanished");
}

TEST_CASE("root set: a file outside every root is loose") {
    const test::TempFolder folder;
    const std::string file = folder.write("a.txt", "a");
    const auto target = find_target(file, {});
    REQUIRE(target);
    CHECK(target->root_id == kLooseRoot);
    CHECK(target->absolute(target->subtree) == file);
}

TEST_CASE("root set: a link stands for what it leads to") {
    const test::TempFolder folder;
    folder.write("real/a.txt", "a");
    REQUIRE(::symlink((folder / "real").c_str(), (folder / "link").c_str()) == 0);
    CHECK(find_target(folder / "link", {})->root_path == (folder / "real"));
}

TEST_CASE("root set: nothing at a path is an error that says so") {
    const auto target = find_target("/no/such/folder", {});
    REQUIRE_FALSE(target);
    CHECK(target.error().code == ErrorCode::Io);
    CHECK(target.error().message == "/no/such/folder: no such file or folder");
}

TEST_CASE("root set: a root by an id of the user's stays what it is where it moves") {
    const test::TempFolder folder;
    const std::string file = folder.write("new/a.txt", "a");
    const auto moved = named_root(folder / "new", "news", {{"news", "/old"}});
    REQUIRE(moved);
    CHECK(*moved == Target{"news", folder / "new", ""});
    CHECK(named_root(folder / "new", "other", {{"news", "/old"}})->root_id == "other");

    CHECK(named_root(folder / "new", "news", {{"x", folder.path()}}).error().code ==
          ErrorCode::Usage);
    CHECK(named_root(folder / "new", "news", {{"x", folder / "new"}}).error().message ==
          (folder / "new") + " is a root already, by the id x");
    CHECK(named_root(file, "news", {}).error().code == ErrorCode::Usage);
    CHECK(named_root(folder / "gone", "news", {{"news", "/old"}}).error().code == ErrorCode::Io);
}

TEST_CASE("root set: where a root was that has moved, another root may be made") {
    const test::TempFolder folder;
    const std::string first = find_target(folder.path(), {})->root_id;
    const auto second = find_target(folder.path(), {{first, "/moved/away"}});
    REQUIRE(second);
    CHECK(second->root_id != first);
    CHECK(second->root_id.size() == first.size());
}

TEST_CASE("root set: an outer root takes over those inside it, by whole names") {
    const std::map<std::string, std::string> known = {
        {"1", "/a/b"}, {"2", "/a/bc"}, {"3", "/a"}, {kLooseRoot, "/"}};
    CHECK(roots_inside("/a", known) == std::vector<std::string>{"1", "2"});
    CHECK(roots_inside("/a/b", known).empty());
}
