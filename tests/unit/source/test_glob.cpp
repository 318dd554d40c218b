#include "indexer/source/glob.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

TEST_CASE("glob: matches as gitignore does") {
    struct Case {
        const char* pattern;
        const char* path;
        bool folder;
        bool matches;
    };
    const Case cases[] = {
        {"*.txt", "a.txt", false, true},
        {"*.txt", "deep/down/a.txt", false, true},
        {"*.txt", "a.html", false, false},
        {"drafts/", "drafts", true, true},
        {"drafts/", "drafts", false, false},
        {"drafts/", "old/drafts", true, true},
        {"/notes", "notes", false, true},
        {"/notes", "old/notes", false, false},
        {"drafts/*.txt", "drafts/a.txt", false, true},
        {"drafts/*.txt", "drafts/old/a.txt", false, false},
        {"drafts/**/a.txt", "drafts/a.txt", false, true},
        {"drafts/**/a.txt", "drafts/x/y/a.txt", false, true},
        {"**/tmp/*", "a/tmp/b", false, true},
        {"drafts/**", "drafts", true, false},
        {"drafts/**", "drafts/x/a.txt", false, true},
        {"\\#a.txt", "#a.txt", false, true},
        {"\\!a.txt", "!a.txt", false, true},
        {"20[12]?", "2035", false, false},
        {"20[12]?", "2015", false, true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.pattern);
        CAPTURE(c.path);
        CHECK(Glob::parse(c.pattern)->matches(c.path, c.folder) == c.matches);
    }
}

TEST_CASE("glob: comments and blank lines hold no pattern, ! takes back") {
    CHECK_FALSE(Glob::parse(""));
    CHECK_FALSE(Glob::parse("   "));
    CHECK_FALSE(Glob::parse("# a comment"));
    CHECK_FALSE(Glob::parse("/"));
    CHECK(Glob::parse("!keep.txt")->is_negated());
    CHECK(Glob::parse("!keep.txt")->matches("keep.txt", false));
}

TEST_CASE("glob: as an option # and ! mean themselves, and nothing is no pattern") {
    CHECK(Glob::of_pattern("#*.txt")->matches("#a.txt", false));
    CHECK(Glob::of_pattern("!a")->matches("!a", false));
    CHECK_FALSE(Glob::of_pattern(""));
    CHECK_FALSE(Glob::of_pattern("/"));
}

TEST_CASE("glob: many ** cost no more than one") {
    std::string pattern;
    std::string path;
    for (int i = 0; i < 200; ++i) {
        pattern += "**/a/";
        path += "a/";
    }
    CHECK_FALSE(Glob::parse(pattern + "b")->matches(path + "c", false));
}
