#include "search/query_parser.hpp"
#include "search/query_paths.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace sitrep;

namespace {

std::string inside(std::string_view question) {
    QueryPtr query = *parse_query(question, {2025, 6, 15});
    paths_inside_roots(*query, {"/news", "/news/old", "/home/ann/saved"});
    return to_string(*query);
}

}  // namespace

TEST_CASE("query paths: a path from the root of the file system is one inside what was indexed") {
    setenv("HOME", "/home/ann", 1);
    CHECK(inside("path:/news/2015") == "path:/2015");
    CHECK(inside("path:/news/old/a.txt") == "path:/a.txt");
    CHECK(inside("radar -path:/news/2015/*") == "(and radar (not path:/2015/*))");
    CHECK(inside("path:~/saved/a.txt") == "path:/a.txt");
}

TEST_CASE("query paths: of a path that no article is known by it is said why") {
    const std::vector<std::string> roots = {"/news", "/news/old"};
    for (const char* path :
         {"/news", "/news/", "/news/old", "/news/feed.jsonl#12", "feed.jsonl#12"})
        CHECK_MESSAGE(!path_remark(path, roots).empty(), path);
    for (const char* path :
         {"/news/2015", "news", "/new", "", "#12", "c#", "c#sharp", "feed.jsonl"})
        CHECK_MESSAGE(path_remark(path, roots).empty(), path);
}

TEST_CASE("query paths: others stay as they are") {
    CHECK(inside("path:2015") == "path:2015");
    CHECK(inside("path:/newsroom/a") == "path:/newsroom/a");
    CHECK(inside("path:/news") == "path:/news");
    CHECK(inside("title:/news/2015") == "title:/news/2015");
}
