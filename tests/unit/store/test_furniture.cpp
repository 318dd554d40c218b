#include "documents.hpp"
#include "store/furniture_table.hpp"
#include "store/index_writer.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using test::article;
using test::put;

namespace {

constexpr LineFingerprint kLine = 42;

/// A file of one article that tells story `story` and holds kLine.
StoredArticle holding(const std::string& path, char story, bool knows = false) {
    StoredArticle stored = article({"r", path}, "Headline", "text");
    stored.article.notes.lines = {kLine};
    if (knows) stored.article.notes.learned = {kLine};
    stored.article.notes.story_keys = std::string(kStoryFamilies, story);
    return stored;
}

std::vector<std::string> unsettled_files(IndexWriter& writer) {
    REQUIRE(writer.commit());
    auto unsettled = writer.unsettled();
    REQUIRE(unsettled);
    std::vector<std::string> paths;
    for (const auto& [file, documents] : *unsettled) paths.push_back(file.path);
    return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "furniture: a line becomes it with its third story, and all who hold it are to be cleaned "
    "again") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(put(*writer, holding("a", 'a')));
    REQUIRE(put(*writer, holding("copy", 'a')));
    REQUIRE(put(*writer, holding("b", 'b')));
    CHECK(unsettled_files(*writer).empty());
    CHECK_FALSE(writer->furniture().holds(kLine));
    REQUIRE(writer->settled());
    REQUIRE(put(*writer, holding("c", 'c')));
    CHECK(unsettled_files(*writer) == Paths{"a", "b", "c", "copy"});
    CHECK(writer->furniture().holds(kLine));
    CHECK_FALSE(writer->furniture().holds(kLine + 1));
}

TEST_CASE(
    "furniture: what is settled is not asked for again, and who came cleaned rightly is not at "
    "all") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    for (const char story : {'a', 'b', 'c'}) {
        REQUIRE(put(*writer, holding(std::string(1, story), story, true)));
    }
    CHECK(unsettled_files(*writer).empty());
    REQUIRE(writer->settled());
    REQUIRE(put(*writer, holding("d", 'd', true)));
    REQUIRE(put(*writer, holding("e", 'e', false)));
    CHECK(unsettled_files(*writer) == Paths{"e"});
    REQUIRE(writer->settled());
    CHECK(unsettled_files(*writer).empty());
}

TEST_CASE("furniture: a line that lost its stories is none, for those who are left") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    for (const char story : {'a', 'b', 'c'}) {
        REQUIRE(put(*writer, holding(std::string(1, story), story, true)));
    }
    REQUIRE(writer->commit());
    REQUIRE(writer->settled());
    REQUIRE(writer->remove_file({"r", "b"}));
    CHECK(unsettled_files(*writer) == Paths{"a", "c"});
}

TEST_CASE(
    "furniture: a writer that was stopped before it had settled leaves everything to the next") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db");
        for (const char story : {'a', 'b', 'c'}) {
            REQUIRE(put(*writer, holding(std::string(1, story), story)));
        }
        REQUIRE(writer->commit());
    }
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    CHECK(unsettled_files(*writer) == Paths{"a", "b", "c"});
    REQUIRE(writer->settled());
    writer = IndexWriter::open(folder / "other");  // lets the first go
    Result<IndexWriter> again = IndexWriter::open(folder / "db");
    CHECK(unsettled_files(*again).empty());
}

TEST_CASE("furniture: nothing is, while a database does not learn") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db");
        for (const char story : {'a', 'b', 'c'}) {
            REQUIRE(put(*writer, holding(std::string(1, story), story, true)));
        }
        REQUIRE(writer->commit());
        REQUIRE(writer->settled());
        CHECK(FurnitureTable::open(folder / "db")->lines().holds(kLine));
        writer->learn_lines(false);
        CHECK(unsettled_files(*writer) == Paths{"a", "b", "c"});
        CHECK_FALSE(writer->furniture().holds(kLine));
        REQUIRE(writer->settled());
    }
    Result<FurnitureTable> table = FurnitureTable::open(folder / "db");
    REQUIRE(table);
    CHECK_FALSE(table->lines().holds(kLine));
    CHECK_FALSE(table->take_trouble().has_value());
    CHECK_FALSE(FurnitureTable::open(folder / "none"));
}
