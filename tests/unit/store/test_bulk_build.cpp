// A first build goes into shards, which IndexWriter does by itself: see store/bulk_build.hpp.
#include "base/file.hpp"
#include "documents.hpp"
#include "store/database_folder.hpp"
#include "store/index_writer.hpp"
#include "store/verifier.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace sitrep;
using test::article;
using test::put;

namespace {

constexpr BatchLimits kOneEach{1U << 20U, 1};

void put_articles(IndexWriter& writer, int count) {
    for (int i = 0; i < count; ++i)
        REQUIRE(put(writer, article({"r", fmt::format("{}.txt", i)}, "One", "text")));
}

/// Every `step`th of `count` articles in other words, while the build is settled.
void put_again(IndexWriter& writer, int count, int step) {
    Analyzer analyzer = *Analyzer::create(writer.analyzer_config());
    for (int i = 0; i < count; i += step) {
        const StoredArticle anew = article({"r", fmt::format("{}.txt", i)}, "Two", "anew");
        REQUIRE(writer.replace(build_index_document(anew, "#1", analyzer), anew.file.path));
    }
}

bool is_there(const std::string& path) { return file_info(path)->kind != FileKind::Missing; }

}  // namespace

TEST_CASE("bulk build: many shards, merged in groups, become one database and leave nothing") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
    writer->put_root("r", "/articles");
    put_articles(*writer, 150);
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 150);
    CHECK(writer->file_states("r")->size() == 150);
    CHECK(writer->roots().at("r") == "/articles");
    CHECK(is_there(folder / "db/gen-2"));
    CHECK_FALSE(is_there(folder / "db/gen-1"));
    CHECK_FALSE(is_there(folder / "db/build.tmp"));
    put_articles(*writer, 3);  // known files would be replaced; these are only more
}

TEST_CASE("bulk build: what a kill leaves of it is taken up, files with their states") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
        writer->put_root("r", "/articles");
        put_articles(*writer, 150);
    }
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(writer);
    const std::uint64_t documents = writer->document_count();
    CHECK(documents >= 16);  // a group of shards
    CHECK(writer->file_states("r")->size() == documents);
    CHECK(writer->roots().contains("r"));
    CHECK_FALSE(is_there(folder / "db/build.tmp"));
}

TEST_CASE("bulk build: a kill before anything was safe starts over") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
        put_articles(*writer, 3);
    }
    folder.write("db/build.tmp/base/iamglass", "half");
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(writer);
    CHECK(writer->document_count() == 0);
    CHECK_FALSE(is_there(folder / "db/build.tmp"));
}

TEST_CASE(
    "bulk build: of one that is published a kill in the middle of its removal leaves no trouble") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
        put_articles(*writer, 20);
        REQUIRE(writer->commit());
    }
    folder.write("db/built.tmp/base/iamglass", "what was left of it");
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(writer);
    CHECK(writer->document_count() == 20);
    CHECK_FALSE(is_there(folder / "db/built.tmp"));
}

TEST_CASE("bulk build: a file larger than a shard is unfinished until its end") {
    const test::TempFolder folder;
    const FileKey file{"r", "feed.jsonl"};
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
        Analyzer analyzer = *Analyzer::create(writer->analyzer_config());
        writer->begin_file(file, false);
        for (int i = 0; i < 150; ++i) {
            const std::string key = fmt::format("={}", i);
            REQUIRE(
                writer->add(build_index_document(article(file, key, "text"), key, analyzer), key));
        }
    }
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    CHECK(writer->document_count() >= 32);
    const auto states = writer->file_states("r");
    REQUIRE(states->contains("feed.jsonl"));
    CHECK(states->at("feed.jsonl").content_hash.empty());
}

TEST_CASE("bulk build: a lost stub loses no articles of a later generation") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
        put_articles(*writer, 5);
        REQUIRE(writer->commit());
    }
    REQUIRE(remove_tree(folder / "db/XAPIANDB"));
    CHECK(IndexWriter::open(folder / "db")->document_count() == 5);
}

TEST_CASE("bulk build: what is no new document ends it") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
    put_articles(*writer, 5);
    REQUIRE(writer->remove_file({"r", "3.txt"}));
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 4);
    CHECK(writer->file_states("r")->size() == 4);
}

TEST_CASE("bulk build: more is put again while it is settled than a kill may take otherwise") {
    const test::TempFolder folder;
    IndexWriter writer = *IndexWriter::open(folder / "db", kOneEach);
    constexpr int kArticles = 101;  // the last group is not whole
    put_articles(writer, kArticles);
    REQUIRE(writer.unsettled());
    put_again(writer, kArticles, 1);
    REQUIRE(writer.settled());
    CHECK(writer.document_count() == kArticles);
}

TEST_CASE("bulk build: documents put again while it is settled stand in it once, as they are now") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
    put_articles(*writer, 40);
    REQUIRE(writer->is_building());
    REQUIRE(writer->unsettled());
    put_again(*writer, 40, 13);
    REQUIRE(writer->settled());
    CHECK_FALSE(writer->is_building());
    CHECK(writer->document_count() == 40);
    for (const char* path : {"0.txt", "1.txt", "39.txt"}) {
        const auto documents = writer->contents().documents_of({"r", path});
        REQUIRE(documents->size() == 1);
        const auto document = writer->contents().document(documents->front());
        CHECK(document->terms.contains("anew") == (std::string(path) != "1.txt"));
    }
}

TEST_CASE("bulk build: what is put again twice while it is settled stands in it once") {
    const test::TempFolder folder;
    IndexWriter writer = *IndexWriter::open(folder / "db", kOneEach);
    put_articles(writer, 40);
    REQUIRE(writer.unsettled());
    put_again(writer, 40, 3);
    put_again(writer, 40, 5);
    REQUIRE(writer.settled());
    CHECK(writer.document_count() == 40);
}

TEST_CASE(
    "bulk build: more parts than are read at once are settled before they are published, too") {
    const test::TempFolder folder;
    const auto build = [&](const std::string& path, unsigned shards, int articles) {
        IndexWriter writer = *IndexWriter::open(path, kOneEach, {}, {0, shards});
        writer.put_root("r", "/articles");
        put_articles(writer, articles);
        REQUIRE(writer.unsettled());
        CHECK(writer.is_building());
        put_again(writer, articles, 7);
        REQUIRE(writer.settled());
        CHECK(writer.document_count() == static_cast<std::uint64_t>(articles));
    };
    const auto digest = [](const std::string& path) {
        return *digest_of_database(path, test::go_on);
    };
    build(folder / "set", 16, 300);  // of each shard eight parts are read at once
    build(folder / "one", 0, 300);
    CHECK(digest(folder / "set") == digest(folder / "one"));
    const std::vector<std::string> shards = *member_folders(folder / "set");
    for (const std::string& shard : shards) {
        CHECK_FALSE(is_there(shard + "/build.tmp"));
        CHECK(verify_database(shard, test::go_on)->damage.empty());
    }
}

TEST_CASE(
    "bulk build: a kill while it is settled loses nothing that was safe, and doubles nothing") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
        put_articles(*writer, 40);
        REQUIRE(writer->unsettled());
        put_again(*writer, 40, 40);
    }
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    CHECK(writer->document_count() == 40);
    CHECK(writer->file_states("r")->size() == 40);
}

TEST_CASE("bulk build: a kill between making a generation and publishing it is in nobody's way") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", kOneEach);
        put_articles(*writer, 150);
    }
    folder.write("db/gen-2/iamglass", "not published");
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(writer);
    CHECK(writer->document_count() >= 16);  // a group of shards
}
