// One collection over several databases: see model/shard.hpp.
#include "base/file.hpp"
#include "documents.hpp"
#include "store/database_folder.hpp"
#include "store/index_writer.hpp"
#include "store/verifier.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <vector>

using namespace sitrep;
using test::article;
using test::put;

namespace {

Result<IndexWriter> open_set(const std::string& path, unsigned count = 3, unsigned number = 0) {
    return IndexWriter::open(path, {}, {}, {number, count});
}

void fill(IndexWriter& writer, const std::string& text, bool known = false) {
    writer.put_root("r", "/articles");
    for (int i = 0; i < 30; ++i)
        REQUIRE(put(writer, article({"r", std::to_string(i) + ".txt"}, "One", text), known));
    REQUIRE(writer.settled());
}

std::string digest(const std::string& path) { return *digest_of_database(path, test::go_on); }

std::string refusal(const Result<IndexWriter>& writer) {
    return writer ? "" : writer.error().message;
}

}  // namespace

TEST_CASE("shards: a set holds what one database would, each file whole in its shard") {
    const test::TempFolder folder;
    const std::string set = folder / "set";
    {
        IndexWriter one = *IndexWriter::open(folder / "one");
        IndexWriter several = *open_set(set);
        for (IndexWriter* writer : {&one, &several}) {
            fill(*writer, "text");
            fill(*writer, "other text", true);
            REQUIRE(writer->remove_file({"r", "7.txt"}));
            REQUIRE(writer->commit());
            CHECK(writer->document_count() == 29);
            CHECK(writer->file_states("r")->size() == 29);
        }
    }
    CHECK(digest(set) == digest(folder / "one"));
    std::uint64_t documents = 0;
    const std::vector<std::string> shards = *member_folders(set);
    for (const std::string& shard : shards) {
        const Verification found = *verify_database(shard, test::go_on);
        CHECK(found.damage.empty());
        CHECK(found.documents > 0);
        documents += found.documents;
    }
    CHECK(documents == 29);
    CHECK(verify_database(set, test::go_on)->digest == digest(set));
    CHECK(IndexWriter::open(set)->roots().at("r") == "/articles");
}

TEST_CASE("shards: one that is built alone is what the set would have there") {
    const test::TempFolder folder;
    {
        IndexWriter several = *open_set(folder / "set");
        fill(several, "text");
    }
    {
        IndexWriter second = *open_set(folder / "second", 3, 2);
        fill(second, "text");
    }
    CHECK(digest(folder / "second") == digest((*member_folders(folder / "set"))[1]));
    CHECK(IndexWriter::open(folder / "second")->file_states("r")->size() == 30);
}

TEST_CASE("shards: another number than there is is refused, and so is a shard of a set by itself") {
    const test::TempFolder folder;
    {
        IndexWriter several = *open_set(folder / "set");
        fill(several, "text");
    }
    {
        IndexWriter one = *IndexWriter::open(folder / "one");
        fill(one, "text");
    }
    {
        IndexWriter second = *open_set(folder / "second", 3, 2);
        fill(second, "text");
    }
    CHECK(refusal(open_set(folder / "set", 4)) == (folder / "set") + " is 3 shards, not 4 shards");
    CHECK(refusal(open_set(folder / "set", 1)) ==
          (folder / "set") + " is 3 shards, not one database");
    CHECK(refusal(open_set(folder / "one")) == (folder / "one") + " is one database, not 3 shards");
    CHECK(refusal(open_set(folder / "second", 3, 1)) ==
          (folder / "second") + " is shard 2/3, not shard 1/3");
    const std::string shard = (*member_folders(folder / "set"))[1];
    CHECK(refusal(IndexWriter::open(shard)) ==
          shard + " is shard 2/3 of a set, and is not written alone");
    CHECK(open_set(folder / "set"));
    CHECK(open_set(folder / "one", 1));
}

TEST_CASE("shards: a set that lacks a shard, or has it in another's place, is refused whole") {
    const test::TempFolder folder;
    {
        IndexWriter several = *open_set(folder / "set", 2);
        fill(several, "text");
    }
    const std::vector<std::string> shards = *member_folders(folder / "set");
    const std::string aside = folder / "aside";
    REQUIRE(std::rename(shards[1].c_str(), aside.c_str()) == 0);
    CHECK(refusal(IndexWriter::open(folder / "set")) ==
          (folder / "set") + " is no whole set: shard 2/2 is not at " + shards[1]);
    CHECK_FALSE(verify_database(folder / "set", test::go_on)->damage.empty());
    REQUIRE(std::rename(shards[0].c_str(), shards[1].c_str()) == 0);
    REQUIRE(std::rename(aside.c_str(), shards[0].c_str()) == 0);
    CHECK(refusal(IndexWriter::open(folder / "set")) ==
          (folder / "set") + " is no whole set: " + shards[0] + " holds shard 2/2, not 1/2");
}
