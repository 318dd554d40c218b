#include "documents.hpp"
#include "store/statistics.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace sitrep;
using test::article;
using test::go_on;
using test::put;

namespace {

using Row = std::pair<std::string, std::uint64_t>;

}  // namespace

TEST_CASE("statistics: count articles by what they say, the most frequent first") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    writer->put_root("r", "/articles");
    for (int i = 0; i < 30; ++i) {
        StoredArticle stored = article({"r", fmt::format("{}.txt", i)}, "Title", "12345",
                                       i < 20   ? "2024-05-03"
                                       : i < 25 ? "2023-01-01"
                                                : "");
        stored.article.header.outlet = i < 15   ? "Often"
                                       : i < 29 ? fmt::format("Once {:02}", i)
                                                : "";
        stored.article.header.language = "en";
        REQUIRE(put(*writer, stored));
    }
    REQUIRE(writer->put_state({"r", "bad.txt"}, {"bad.txt", {}, "hash", 0, 3, {"is empty"}}));
    REQUIRE(writer->commit());
    REQUIRE(writer->add_runs({{1, 2, 3, 4, 5, 6}}));

    const Result<Statistics> found = statistics_of_database(folder / "db", &go_on);
    REQUIRE(found);
    CHECK(found->articles == 30);
    CHECK(found->files == 31);
    CHECK(found->failed_files == 1);
    CHECK(found->failed_records == 3);
    REQUIRE(found->roots.size() == 1);
    CHECK(found->roots[0].path == "/articles");
    CHECK(found->roots[0].articles == 30);
    CHECK(found->years.top == std::vector<Row>{{"2024", 20}, {"", 5}, {"2023", 5}});
    CHECK(found->languages.top == std::vector<Row>{{"en", 30}});
    REQUIRE(found->outlets.top.size() == 10);
    CHECK(found->outlets.top[0] == Row{"Often", 15});
    CHECK(found->outlets.top[1] == Row{"", 1});
    CHECK(found->outlets.other_names == 6);
    CHECK(found->outlets.other_articles == 6);
    CHECK(found->text_bytes == 30 * 10);
    CHECK(found->tables.size() == 4);
    CHECK(found->runs.size() == 1);
}

TEST_CASE("statistics: of an empty database are nothing, and of none an error") {
    const test::TempFolder folder;
    { REQUIRE(IndexWriter::open(folder / "db")); }
    const Result<Statistics> found = statistics_of_database(folder / "db", &go_on);
    REQUIRE(found);
    CHECK(found->articles == 0);
    CHECK(found->outlets.top.empty());
    CHECK_FALSE(statistics_of_database(folder / "none", &go_on));
}

TEST_CASE("statistics: stop when they are told to") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(put(*writer, article({"r", "a"}, "One", "text")));
    REQUIRE(writer->commit());
    const auto no = [](std::string_view, std::uint64_t, std::uint64_t) { return false; };
    CHECK(statistics_of_database(folder / "db", no)->stopped);
}
