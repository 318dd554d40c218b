// Every kind of damage is planted and found; what is not damage is not called so.
#include "base/file.hpp"
#include "documents.hpp"
#include "store/database_folder.hpp"
#include "store/document_seal.hpp"
#include "store/schema.hpp"
#include "store/verifier.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

using namespace sitrep;
using test::article;
using test::go_on;
using test::put;

namespace {

/// Twenty files of an article each.
class Planted {
  public:
    Planted() {
        Result<IndexWriter> writer = IndexWriter::open(path());
        writer->put_root("r", "/articles");
        for (int i = 0; i < 20; ++i)
            REQUIRE(put(*writer, article({"r", fmt::format("{}.txt", i)}, "Headline",
                                         fmt::format("the words of article {}", i))));
        REQUIRE(writer->commit());
        REQUIRE(writer->settled());
    }

    std::string path() const { return folder_ / "db"; }
    std::string generation() const { return *live_generation(path()); }
    Xapian::WritableDatabase database() const {
        return Xapian::WritableDatabase(generation(), Xapian::DB_OPEN);
    }
    Verification verify() const {
        Result<Verification> found = verify_database(path(), &go_on);
        REQUIRE(found);
        return *found;
    }
    /// The one line of damage that there is; all of them where there are others.
    std::string damage() const {
        std::string lines;
        for (const std::string& line : verify().damage) lines += (lines.empty() ? "" : "\n") + line;
        return lines;
    }
    void set_state(const FileState& state) const {
        database().set_metadata(schema::file_key({"r", state.path}), encode_file_state(state));
    }

  private:
    test::TempFolder folder_;
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("verifier: a database as it was written is whole, and its digest is the quick one") {
    const Planted planted;
    const Verification found = planted.verify();
    CHECK(found.damage.empty());
    CHECK(found.notes.empty());
    CHECK(found.stale.empty());
    CHECK(found.documents == 20);
    CHECK(found.files == 20);
    CHECK(found.digest.size() == 32);
    CHECK(found.digest == *digest_of_database(planted.path(), &go_on));
}

TEST_CASE("verifier: the digest does not know in which order or how often files came") {
    const Planted planted;
    const test::TempFolder folder;
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db");
        writer->put_root("r", "/articles");
        REQUIRE(put(*writer, article({"r", "gone.txt"}, "Gone", "text")));
        for (int i = 19; i >= 0; --i) {
            const std::string name = fmt::format("{}.txt", i);
            REQUIRE(put(*writer, article({"r", name}, "Old", "other words")));
            REQUIRE(writer->commit());
            REQUIRE(put(*writer,
                        article({"r", name}, "Headline", fmt::format("the words of article {}", i)),
                        true));
        }
        REQUIRE(writer->remove_file({"r", "gone.txt"}));
        CHECK(*digest_of_database(folder / "db", &go_on) != planted.verify().digest);
        REQUIRE(writer->commit());
    }
    CHECK(*digest_of_database(folder / "db", &go_on) == planted.verify().digest);
    {
        Result<IndexWriter> writer = IndexWriter::open(folder / "db");
        REQUIRE(put(*writer, article({"r", "3.txt"}, "Headline", "the words of article 4"), true));
        REQUIRE(writer->commit());
    }
    CHECK(*digest_of_database(folder / "db", &go_on) != planted.verify().digest);
}

TEST_CASE("verifier: a table that was removed is named") {
    for (const char* table : {"docdata", "termlist", "position", "postlist"}) {
        const Planted planted;
        std::filesystem::remove(planted.generation() + "/" + table + ".glass");
        INFO(table);
        CHECK(contains(planted.damage(), std::string(table) + ".glass"));
        CHECK(planted.verify().digest.empty());
    }
}

TEST_CASE("verifier: a text of which a letter changed is found, though Xapian reads it") {
    const Planted planted;
    Xapian::WritableDatabase database = planted.database();
    Xapian::Document document = database.get_document(7);
    std::string data = document.get_data();
    data[data.find("words")] = 'W';
    document.set_data(data);
    database.replace_document(7, document);
    database.commit();
    CHECK(planted.damage() ==
          "/articles/6.txt: its words or its text are not those that were written");
}

TEST_CASE("verifier: a word, a position, a count and a value that changed are found") {
    const auto changed = [](const auto& change) {
        const Planted planted;
        Xapian::WritableDatabase database = planted.database();
        Xapian::Document document = database.get_document(7);
        change(document);
        database.replace_document(7, document);
        database.commit();
        return planted.damage();
    };
    const std::string expected =
        "/articles/6.txt: its words or its text are not those that were written";
    CHECK(changed([](Xapian::Document& document) { document.add_term("another", 1); }) == expected);
    CHECK(changed([](Xapian::Document& document) { document.remove_term("words"); }) == expected);
    CHECK(changed([](Xapian::Document& document) { document.add_posting("words", 999, 0); }) ==
          expected);
    CHECK(changed([](Xapian::Document& document) { document.add_term("words", 1); }) == expected);
    CHECK(changed([](Xapian::Document& document) { document.add_value(0, "19990101"); }) ==
          expected);
}

TEST_CASE(
    "verifier: a file that is not remembered leaves orphans, and one too many misses articles") {
    const Planted planted;
    planted.database().set_metadata(schema::file_key({"r", "3.txt"}), "");
    planted.set_state({"new.txt", {1, 2, 3}, "hash", 2, 0, {}});
    const std::string damage = planted.damage();
    CHECK(contains(damage,
                   "/articles/3.txt: is of a file that the database does not know: orphaned"));
    CHECK(contains(damage, "/articles/new.txt: articles of this file are missing (2 of 2)"));
    CHECK(std::count(damage.begin(), damage.end(), '\n') == 1);
}

TEST_CASE("verifier: an article with the unique term of another is found") {
    const Planted planted;
    Xapian::WritableDatabase database = planted.database();
    database.add_document(database.get_document(7));
    database.commit();
    const std::string damage = planted.damage();
    CHECK(contains(damage, "/articles/6.txt: is in the database more than once"));
    CHECK(contains(damage, "/articles/6.txt: has more articles than its file gave (2, not 1)"));
}

TEST_CASE("verifier: an article without terms of its own is found") {
    const Planted planted;
    Xapian::WritableDatabase database = planted.database();
    Xapian::Document bare;
    bare.add_term("word");
    bare.set_data("short");
    database.add_document(bare);
    database.commit();
    const std::string damage = planted.damage();
    CHECK(contains(damage, "document 21: has not one unique term"));
    CHECK(contains(damage, "document 21: has not one term for its file"));
    CHECK(contains(damage, "document 21: its stored article cannot be read"));
}

TEST_CASE("verifier: stale articles are listed, and are no damage") {
    const Planted planted;
    planted.set_state({"3.txt", {1, 2, 3}, "", 1, 1, {"is empty"}, "", true});
    const Verification found = planted.verify();
    CHECK(found.damage.empty());
    REQUIRE(found.stale.size() == 1);
    CHECK(found.stale[0] == "/articles/3.txt: 1 of its articles kept as they were: is empty");
    CHECK(found.stale_documents == 1);
    CHECK(found.digest == *digest_of_database(planted.path(), &go_on));
}

TEST_CASE("verifier: a file that a run did not finish is no damage") {
    const Planted planted;
    planted.set_state({"3.txt", {}, "", 0, 0, {}});
    const Verification found = planted.verify();
    CHECK(found.damage.empty());
    CHECK(found.notes.size() == 1);
}

TEST_CASE("verifier: other settings are damage, of an unknown schema nothing else is looked at") {
    const Planted planted;
    planted.database().set_metadata("sitrep.analyzer", "other");
    CHECK(planted.damage() ==
          "settings: " + planted.path() + " does not say how its words were made");
    planted.database().set_metadata("sitrep.schema", "99");
    CHECK(contains(planted.damage(), "has schema 99"));
    planted.database().set_metadata("file.r.0", "rubbish");
    CHECK(std::ranges::count(planted.damage(), '\n') == 0);
}

TEST_CASE("verifier: a folder that became another is found") {
    const Planted planted;
    planted.database().set_metadata(schema::root_key("r"), "/artycles");
    CHECK(planted.damage() == "settings: the folders are not those that were written");
}

TEST_CASE("verifier: remembered files that cannot be read, or have no root, are found") {
    const Planted planted;
    planted.database().set_metadata("file.r.0", "rubbish");
    planted.database().set_metadata(schema::file_key({"none", "a"}),
                                    encode_file_state({"a", {1, 2, 3}, "hash", 0, 0, {}}));
    const std::string damage = planted.damage();
    CHECK(contains(damage, "file.r.0: what is remembered of this file cannot be read"));
    CHECK(contains(damage, "none:/a: is of a root that the database does not know"));
}

TEST_CASE(
    "verifier: a generation that is named and not there, and one that is there and not named") {
    const Planted planted;
    REQUIRE(publish_generation(planted.path(), "gen-7"));
    CHECK(planted.damage() == planted.path() + "/XAPIANDB: names gen-7, which is not there");
    CHECK(planted.verify().notes ==
          std::vector<std::string>{planted.path() + "/gen-1: is there, and not published"});
    REQUIRE(publish_generation(planted.path(), "gen-1"));
    REQUIRE(make_private_directory(planted.path() + "/gen-2.tmp"));
    REQUIRE(make_private_directory(planted.path() + "/build.tmp"));
    const Verification found = planted.verify();
    CHECK(found.damage.empty());
    CHECK(found.notes.size() == 2);
}

TEST_CASE("verifier: a mark that a run was not through is noted") {
    const Planted planted;
    planted.database().set_metadata(schema::kUnsettledKey, "1");
    const Verification found = planted.verify();
    CHECK(found.damage.empty());
    CHECK(found.notes.size() == 1);
}

TEST_CASE("verifier: stops when it is told to") {
    const Planted planted;
    const auto no = [](std::string_view, std::uint64_t, std::uint64_t) { return false; };
    CHECK(verify_database(planted.path(), no)->stopped);
    CHECK(digest_of_database(planted.path(), no)->empty());
}

TEST_CASE("verifier: beside a writer it checks what was committed") {
    const Planted planted;
    Result<IndexWriter> writer = IndexWriter::open(planted.path());
    REQUIRE(put(*writer, article({"r", "more.txt"}, "More", "words")));
    const Verification found = planted.verify();
    CHECK(found.damage.empty());
    CHECK(found.documents == 20);
    CHECK(found.notes.size() == 1);
}

TEST_CASE("verifier: what is no database is an error") {
    const test::TempFolder folder;
    const Result<Verification> found = verify_database(folder / "none", &go_on);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::Database);
}
