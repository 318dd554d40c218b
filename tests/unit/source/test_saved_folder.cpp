#include "indexer/source/saved_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sitrep;

namespace {

/// The names that stay.
std::vector<std::string> kept(std::string_view folder, std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    const std::vector<std::string_view> reasons = reasons_to_leave(folder, names);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (reasons[i].empty()) out.push_back(names[i]);
    }
    return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("saved folder: the folder of a page stays out only beside its page") {
    CHECK(kept("x", {"a.html", "a_files"}) == Names{"a.html"});
    CHECK(kept("x", {"a.HTM", "a-Dateien", "b_files", "b.txt"}) ==
          Names{"a.HTM", "b.txt", "b_files"});
    CHECK(kept("x", {"a b.html", "a.html", "a_archivos", "a2.html"}) ==
          Names{"a b.html", "a.html", "a2.html"});
    CHECK(kept("x", {"_files"}) == Names{"_files"});
}

TEST_CASE("saved folder: what lies below a page's folder belongs to it, at any depth") {
    PageFolders pages;
    for (const char* name : {"x/a.b.htm", "c.txt", "d", "e.HTML"}) pages.see(name);
    CHECK(pages.holds("x/a.b_files/ad.html"));
    CHECK(pages.holds("e-Dateien/f/g.html"));
    CHECK_FALSE(pages.holds("a.b_files/ad.html"));
    CHECK_FALSE(pages.holds("x/a.b_files"));
    CHECK_FALSE(pages.holds("c_files/ad.html"));
    CHECK(PageFolders::may_hold("c_files/ad.html"));
    CHECK_FALSE(PageFolders::may_hold("x/ad_files"));
}

TEST_CASE("saved folder: of an ArchiveBox snapshot the best form stays") {
    CHECK(kept("1702000000.0", {"index.json", "index.html", "output.html", "singlefile.html",
                                "warc"}) == Names{"singlefile.html"});
    CHECK(kept("1702000000", {"index.json", "readability", "favicon.ico"}) == Names{"readability"});
    CHECK(kept("1702000000", {"index.json", "headers.json"}) ==
          Names{"headers.json", "index.json"});
    CHECK(kept("2024", {"index.json", "output.html"}) == Names{"index.json", "output.html"});
    CHECK(kept("readability", {"article.json", "content.html", "content.txt"}) ==
          Names{"content.html"});
}
