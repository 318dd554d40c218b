#include "base/file.hpp"
#include "documents.hpp"
#include "store/index_reader.hpp"
#include "store/index_writer.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

using namespace sitrep;
using test::article;
using test::put;

TEST_CASE("index writer: makes a private database that opens again with what was committed") {
    const test::TempFolder folder;
    const std::string path = folder / "new/db";
    {
        Result<IndexWriter> writer = IndexWriter::open(path);
        REQUIRE(writer);
        writer->put_root("r", "/articles");
        REQUIRE(put(*writer, article({"r", "a.txt"}, "One", "text")));
        REQUIRE(writer->commit());
    }
    struct stat st = {};
    REQUIRE(::stat(path.c_str(), &st) == 0);
    CHECK((st.st_mode & 0777U) == 0700U);
    Result<IndexWriter> writer = IndexWriter::open(path);
    REQUIRE(writer);
    CHECK(writer->document_count() == 1);
    CHECK(writer->roots().at("r") == "/articles");
    CHECK(writer->file_states("r")->at("a.txt").content_hash == "hash");
}

TEST_CASE("index writer: what was not committed is not there") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db");
        REQUIRE(put(*writer, article({"r", "a.txt"}, "One", "text")));
    }
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    CHECK(writer->document_count() == 0);
    CHECK(writer->file_states("r")->empty());
}

TEST_CASE("index writer: a full batch is committed by itself") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", {1U << 20U, 1});
        REQUIRE(put(*writer, article({"r", "a.txt"}, "One", "text")));
        REQUIRE(writer->commit());
        REQUIRE(put(*writer, article({"r", "b.txt"}, "Two", "text")));
    }
    CHECK(IndexWriter::open(folder / "db")->document_count() == 2);
}

TEST_CASE("index writer: what is old is committed by itself when more comes") {
    const test::TempFolder folder;
    BatchLimits limits;
    limits.age = std::chrono::milliseconds(0);
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", limits);
        writer->put_root("r", "/articles");
        REQUIRE(writer->commit());
        REQUIRE(put(*writer, article({"r", "a.txt"}, "One", "text")));
        REQUIRE(writer->commit());
        REQUIRE(put(*writer, article({"r", "b.txt"}, "Two", "text")));
    }
    CHECK(IndexWriter::open(folder / "db")->document_count() == 2);
}

TEST_CASE("index writer: remembers the runs that it is told of") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db");
        REQUIRE(writer->add_runs({{1, 2, 3, 4, 5, 6}}));
        REQUIRE(writer->add_runs({{7, 2, 3, 4, 5, 6}}));
    }
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(writer->runs()->size() == 2);
    CHECK(writer->runs()->back().started == 7);
}

TEST_CASE("index writer: compacted it holds the same in fewer bytes, and goes on") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    for (int i = 0; i < 50; ++i)
        REQUIRE(put(*writer, article({"r", std::to_string(i)}, "One", "text"), true));
    REQUIRE(writer->commit());
    const std::uint64_t before = writer->bytes();
    REQUIRE(put(*writer, article({"r", "last"}, "Two", "text")));
    REQUIRE(writer->compact());
    CHECK(writer->bytes() <= before);
    CHECK(writer->document_count() == 51);
    REQUIRE(put(*writer, article({"r", "more"}, "Two", "text")));
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 52);
}

TEST_CASE("index writer: an updated file replaces its documents and drops those it no longer has") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    Analyzer analyzer = *Analyzer::create(writer->analyzer_config());
    const FileKey file{"r", "feed.jsonl"};
    writer->begin_file(file, false);
    for (const char* key : {"=1", "=2", "=3"}) {
        REQUIRE(writer->add(build_index_document(article(file, key, "text"), key, analyzer), key));
    }
    REQUIRE(writer->end_file({"feed.jsonl", {}, "h", 1, 0, {}}));
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 3);

    writer->begin_file(file, true);
    for (const char* key : {"=2", "=4"}) {
        REQUIRE(writer->add(build_index_document(article(file, key, "text"), key, analyzer), key));
    }
    REQUIRE(writer->end_file({"feed.jsonl", {}, "h", 1, 0, {}}));
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 2);
}

TEST_CASE(
    "index writer: a file committed in the middle is unfinished, and taken up again without "
    "copies") {
    const test::TempFolder folder;
    const FileKey file{"r", "feed.jsonl"};
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", {1U << 20U, 2});
        REQUIRE(put(*writer, article({"r", "a.txt"}, "One", "text")));
        REQUIRE(writer->commit());
        Analyzer analyzer = *Analyzer::create(writer->analyzer_config());
        writer->begin_file(file, false);
        for (const char* key : {"=1", "=2", "=3"}) {
            REQUIRE(
                writer->add(build_index_document(article(file, key, "text"), key, analyzer), key));
        }
    }
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    CHECK(writer->document_count() == 3);
    const auto states = writer->file_states("r");
    REQUIRE(states->contains("feed.jsonl"));
    CHECK(states->at("feed.jsonl").content_hash.empty());
}

TEST_CASE("index writer: a file of which nothing is left to read keeps its documents") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(put(*writer, article({"r", "a"}, "One", "text")));
    writer->begin_file({"r", "a"}, true);
    REQUIRE(writer->end_file({"a", {}, "h", 1, 1, {"is empty"}}));
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 1);
}

TEST_CASE("index writer: two files with the same ids keep both articles") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(put(*writer, article({"r", "a"}, "One", "text")));
    REQUIRE(put(*writer, article({"r", "b"}, "Two", "text")));
    REQUIRE(put(*writer, article({"s", "a"}, "Three", "text")));
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 3);
}

TEST_CASE("index writer: a removed file or root takes its documents and states along") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    writer->put_root("r", "/r");
    writer->put_root("s", "/s");
    for (const char* name : {"a", "b"}) REQUIRE(put(*writer, article({"r", name}, name, "text")));
    REQUIRE(put(*writer, article({"s", "a"}, "other", "text")));
    REQUIRE(writer->commit());
    REQUIRE(writer->remove_file({"r", "a"}));
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 2);
    CHECK(writer->file_states("r")->size() == 1);
    REQUIRE(writer->remove_root("r"));
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 1);
    CHECK(writer->file_states("r")->empty());
    CHECK(writer->roots().size() == 1);
}

TEST_CASE("index writer: a term that no index can hold costs its own document alone") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(put(*writer, article({"r", "good"}, "One", "text")));
    Analyzer analyzer = *Analyzer::create(writer->analyzer_config());
    for (const std::string& term : {std::string(300, 'x'), std::string(200, '\0'), std::string()}) {
        IndexDocument bad =
            build_index_document(article({"r", "bad"}, "Two", "text"), "#1", analyzer);
        bad.terms[term] = {1, {}};
        writer->begin_file({"r", "bad"}, false);
        CHECK(writer->add(bad, "bad").error().code == ErrorCode::BadInput);
    }
    REQUIRE(writer->commit());
    CHECK(writer->document_count() == 1);
}

TEST_CASE("index writer: a kill while the first generation was made leaves nothing in the way") {
    const test::TempFolder folder;
    folder.write("db/gen-1.tmp/postlist.glass", "half");
    folder.write("db/XAPIANDB.tmp", "half");
    CHECK(IndexWriter::open(folder / "db"));
}

TEST_CASE("index writer: a lost stub loses no articles") {
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db");
        REQUIRE(put(*writer, article({"r", "a.txt"}, "One", "text")));
        REQUIRE(writer->commit());
    }
    REQUIRE(remove_tree(folder / "db/XAPIANDB"));
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(writer);
    CHECK(writer->document_count() == 1);
}

TEST_CASE(
    "index writer: a folder that only looks like a generation is refused, and nothing in it "
    "removed") {
    const test::TempFolder folder;
    const std::string letter = folder.write("other/gen-1/letter.txt", "dear");
    CHECK(IndexWriter::open(folder / "other").error().code == ErrorCode::Database);
    CHECK(file_info(letter)->kind == FileKind::Regular);
    folder.write("years/gen-2020/a.txt", "a");
    CHECK(IndexWriter::open(folder / "years").error().code == ErrorCode::Database);
}

TEST_CASE("index writer: a document of endless terms is refused with what to do about it") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(writer);
    IndexDocument document;
    for (std::size_t i = 0; i <= kMaxDocumentTerms; ++i)
        document.terms.emplace_hint(document.terms.end(), fmt::format("t{:06}", i), TermEntry{});
    writer->begin_file({"r", "a.txt"}, false);
    const Result<void> added = writer->add(std::move(document), "a.txt");
    REQUIRE_FALSE(added);
    CHECK(added.error().hint == "split it into articles, or leave it out");
}

TEST_CASE("index writer: a folder of other files is refused and left as it was") {
    const test::TempFolder folder;
    folder.write("home/letter.txt", "dear");
    const Result<IndexWriter> writer = IndexWriter::open(folder / "home");
    REQUIRE_FALSE(writer);
    CHECK(writer.error().code == ErrorCode::Database);
    CHECK(file_info(folder / "home/lock")->kind == FileKind::Missing);
}

TEST_CASE("index writer: two at once: the second is told") {
    const test::TempFolder folder;
    const Result<IndexWriter> first = IndexWriter::open(folder / "db");
    REQUIRE(first);
    CHECK(IndexWriter::open(folder / "db").error().code == ErrorCode::Locked);
}

TEST_CASE("index writer: a database of another making is refused with the command that mends it") {
    const test::TempFolder folder;
    { REQUIRE(IndexWriter::open(folder / "db")); }
    REQUIRE(remove_tree(folder / "db/gen-1/termlist.glass"));
    REQUIRE(remove_tree(folder / "db/gen-1/postlist.glass"));
    const Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE_FALSE(writer);
    CHECK(writer.error().code == ErrorCode::Database);
    CHECK_FALSE(writer.error().hint.empty());
}

TEST_CASE("index writer: a stored document is read as it was added, by a reader too") {
    const test::TempFolder folder;
    const FileKey file{"r", "a.txt"};
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    const StoredArticle stored =
        article(file, "F-35A lands", "An F-35A landed twice.", "2020-05-03");
    REQUIRE(put(*writer, stored));
    REQUIRE(put(*writer, article({"r", "b.txt"}, "Two", "text")));
    REQUIRE(writer->commit());
    Analyzer analyzer = *Analyzer::create(writer->analyzer_config());
    const IndexDocument added = build_index_document(stored, "#1", analyzer);

    const auto check = [&](const Contents& contents) -> Result<void> {
        const auto documents = contents.documents_of(file);
        REQUIRE(documents);
        REQUIRE(documents->size() == 1);
        CHECK(*contents.document(documents->front()) == added);
        return {};
    };
    CHECK(check(writer->contents()));
    CHECK(read_index(folder / "db", check));
}

TEST_CASE(
    "index writer: a reader that it overtook is asked again, of the generation that took the "
    "place") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(put(*writer, article({"r", "a.txt"}, "One", "text")));
    REQUIRE(writer->commit());
    int asked = 0;
    const Result<void> read = read_index(folder / "db", [&](const Contents& contents) {
        if (++asked == 1) {
            CHECK(put(*writer, article({"r", "b.txt"}, "Two", "text")));
            CHECK(writer->commit());
            CHECK(writer->compact());
            return Result<void>(Error{ErrorCode::Overtaken, "overtaken"});
        }
        CHECK(*contents.document_count() == 2);
        return Result<void>();
    });
    CHECK(read);
    CHECK(asked == 2);
}

TEST_CASE("index writer: a root whose id begins like another's has its own files only") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(put(*writer, article({"a", "one.txt"}, "One", "text")));
    REQUIRE(put(*writer, article({"a.b", "two.txt"}, "Two", "text")));
    REQUIRE(writer->commit());
    CHECK(writer->file_states("a")->size() == 1);
    CHECK(writer->file_states("a")->contains("one.txt"));
}

TEST_CASE("index writer: a file that is read and holds nothing loses its documents") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    REQUIRE(put(*writer, article({"r", "a.txt"}, "One", "text")));
    REQUIRE(writer->commit());
    writer->begin_file({"r", "a.txt"}, true);
    SUBCASE("without a failure it is what the file says") {
        REQUIRE(writer->end_file({"a.txt", {}, "h", 0, 0, {}}));
        REQUIRE(writer->commit());
        CHECK(writer->document_count() == 0);
    }
    SUBCASE("after a failure they stay") {
        REQUIRE(writer->end_file({"a.txt", {}, "h", 1, 1, {"is empty"}}));
        REQUIRE(writer->commit());
        CHECK(writer->document_count() == 1);
    }
}

namespace {

/// Puts a feed into the database that has these records, one document each.
void put_feed(IndexWriter& writer, std::initializer_list<const char*> keys, bool known) {
    Analyzer analyzer = *Analyzer::create(writer.analyzer_config());
    const FileKey file{"r", "feed.jsonl"};
    writer.begin_file(file, known);
    for (const char* key : keys)
        REQUIRE(writer.add(build_index_document(article(file, key, "text"), key, analyzer), key));
    REQUIRE(writer.end_file({"feed.jsonl", {}, "h", keys.size(), 0, {}}));
}

}  // namespace

TEST_CASE("index writer: held removals go when they are released, and never more than allowed") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    put_feed(*writer, {"=1", "=2", "=3"}, false);
    REQUIRE(writer->commit());

    std::uint64_t most = 0;
    SUBCASE("as many as allowed go") { most = 2; }
    SUBCASE("of more none goes") { most = 1; }
    writer->hold_removals("r", most);
    put_feed(*writer, {"=3", "=4"}, true);
    REQUIRE(writer->commit());
    CHECK(writer->held_removals("r") == 2);
    CHECK(writer->document_count() == 4);
    const FileState held = writer->file_states("r")->at("feed.jsonl");
    CHECK(held.documents == 4);
    CHECK(held.held == 2);

    REQUIRE(writer->release_removals("r"));
    REQUIRE(writer->commit());
    CHECK(writer->held_removals("r") == 0);
    const FileState after = writer->file_states("r")->at("feed.jsonl");
    CHECK(writer->document_count() == (most == 2 ? 2 : 4));
    CHECK(after.documents == (most == 2 ? 2 : 4));
    CHECK(after.held == (most == 2 ? 0 : 2));
}

TEST_CASE("index writer: a batch that is full in the middle of a change takes all of it along") {
    const test::TempFolder folder;
    constexpr std::size_t kFullAtOnce = 1;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db", {1U << 20U, kFullAtOnce});
        put_feed(*writer, {"=1", "=2"}, false);
        REQUIRE(writer->commit());
        SUBCASE("a file that goes") { REQUIRE(writer->remove_file({"r", "feed.jsonl"})); }
        SUBCASE("a file that gives less") { put_feed(*writer, {"=1"}, true); }
        SUBCASE("removals that were held") {
            writer->hold_removals("r", 1);
            put_feed(*writer, {"=1"}, true);
            REQUIRE(writer->release_removals("r"));
        }
    }
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    const FileStates states = *writer->file_states("r");
    REQUIRE(writer->document_count() == states.size());  // one of them, or none
    for (const auto& [path, state] : states) {
        CHECK(state.documents == 1);
        CHECK(state.held == 0);
        CHECK(state.content_hash == "h");
    }
}

TEST_CASE("index writer: remembers where a root stood until the root goes") {
    const test::TempFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder / "db");
    const FileSystem disk{"ext4", "/dev/sdb1", "/mnt", "01"};
    writer->put_root("r", "/mnt");
    writer->put_file_system("r", disk);
    REQUIRE(writer->commit());
    CHECK(*writer->contents().file_system("r") == disk);
    REQUIRE(writer->remove_root("r"));
    REQUIRE(writer->commit());
    CHECK_FALSE(writer->contents().file_system("r")->has_value());
}
