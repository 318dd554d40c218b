#include "base/file.hpp"
#include "indexer/root_set.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

using namespace sitrep;
using Roots = std::map<std::string, std::string>;

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

TEST_CASE("root set: a folder is one root, whatever links its name goes by") {
    const test::TempFolder folder;
    folder.write("real/news/a.txt", "a");
    REQUIRE(::symlink((folder / "real").c_str(), (folder / "link").c_str()) == 0);
    for (const auto& [first, second] :
         {std::pair{"link/news", "real/news"}, {"real/news", "link/news"}}) {
        const Roots known = {{"news", folder / first}};
        CHECK(*find_target(folder / second, known) == Target{"news", folder / first, ""});
        CHECK(find_target((folder / second) + "/a.txt", known)->subtree == "a.txt");
        CHECK_FALSE(named_root(folder / second, "other", known));
    }
    // What a link inside a root leads to is no part of it.
    folder.write("root/b.txt", "b");
    REQUIRE(::symlink((folder / "real").c_str(), (folder / "root/link").c_str()) == 0);
    CHECK(find_target(folder / "root/link/news", Roots{{"root", folder / "root"}})->root_id !=
          "root");
}

TEST_CASE("root set: what the walk of a root never looks at is a root of its own") {
    const test::TempFolder folder;
    folder.write("news/.in/a.txt", "a");
    const Roots known = {{"news", folder / "news"}, {"in", folder / "news/.in"}};
    CHECK(find_target(folder / "news/.in", Roots{{"news", folder / "news"}})->root_id != "news");
    CHECK(find_target(folder / "news/.in/a.txt", known)->root_id == "in");
    CHECK(roots_inside(folder / "news", known).empty());
    const std::vector<Target> both = {{"news", folder / "news", ""},
                                      {"in", folder / "news/.in", ""},
                                      {"news", folder / "news", "z"}};
    CHECK(without_covered(both).size() == 2);
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
    const auto moved = named_root(folder / "new", "news", Roots{{"news", "/old"}});
    REQUIRE(moved);
    CHECK(*moved == Target{"news", folder / "new", ""});
    CHECK(named_root(folder / "new", "other", Roots{{"news", "/old"}})->root_id == "other");

    CHECK(named_root(folder / "new", "news", Roots{{"x", folder.path()}}).error().code ==
          ErrorCode::Usage);
    CHECK(named_root(folder / "new", "news", Roots{{"x", folder / "new"}}).error().message ==
          (folder / "new") + " is a root already, by the id x");
    CHECK(named_root(file, "news", {}).error().code == ErrorCode::Usage);
    CHECK(named_root(folder / "gone", "news", Roots{{"news", "/old"}}).error().code ==
          ErrorCode::Io);
}

TEST_CASE("root set: where a root was that has moved, another root may be made") {
    const test::TempFolder folder;
    const std::string first = find_target(folder.path(), {})->root_id;
    const auto second = find_target(folder.path(), Roots{{first, "/moved/away"}});
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
