#include "base/file.hpp"
#include "store/database_folder.hpp"
#include "store/writer_lock.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace sitrep;

TEST_CASE("database folder: a stub is one line that names a generation, and nothing else") {
    CHECK(parse_stub("glass gen-1\n")->generation == "gen-1");
    CHECK(parse_stub("glass gen-42")->generation == "gen-42");
    for (const char* text :
         {"", "\n", "auto gen-1\n", "glass ../other\n", "glass gen-\n", "glass gen-1/../x\n",
          "remote :/usr/bin/touch X\n", "glass gen-1\nremote :rm\n", "glass gen-1 \n",
          "glass gen-1234567890\n"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_stub(text));
    }
}

TEST_CASE("database folder: the stub of a set names its shards, each once and in order") {
    const Result<Stub> stub = parse_stub("auto gen-2/shard-1\nauto gen-2/shard-2\n");
    REQUIRE(stub);
    CHECK(stub->generation == "gen-2");
    CHECK(stub->shards == 2);
    for (const char* text :
         {"auto gen-2/shard-1\n", "auto gen-2/shard-2\nauto gen-2/shard-1\n",
          "auto gen-2/shard-1\nauto gen-3/shard-2\n", "auto ../x/shard-1\nauto ../x/shard-2\n",
          "auto gen-2/shard-1\nremote :rm\n"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_stub(text));
    }
}

TEST_CASE("database folder: a missing database comes with the command that makes one") {
    const test::TempFolder folder;
    const Result<std::string> live = live_generation(folder / "none");
    REQUIRE_FALSE(live);
    CHECK(live.error().code == ErrorCode::Database);
    CHECK(live.error().hint == "make it with: sitrep-index --db " + (folder / "none") + " FOLDER");
}

TEST_CASE("database folder: what is named in place of a database is told") {
    const test::TempFolder folder;
    folder.write("news/one.txt", "One");
    folder.write("new/lock", "");
    const auto trouble = [&](const std::string& name) {
        return live_generation(folder / name).error();
    };
    CHECK(trouble("news").message == (folder / "news") + " is a folder without a database");
    CHECK(trouble("news").hint.ends_with("sitrep-index --db DB " + (folder / "news")));
    CHECK(trouble("news/one.txt").message.ends_with(" is a file, and no folder with a database"));
    CHECK(trouble("new").message == "there is no database at " + (folder / "new"));
    const Result<WriterLock> lock = WriterLock::acquire(folder / "new");
    REQUIRE(lock);
    CHECK(trouble("new").hint == "a sitrep-index is at work on it: ask again later");
}

TEST_CASE("database folder: a stub that is a program, a FIFO or a folder is never followed") {
    const test::TempFolder folder;
    folder.write("db/XAPIANDB", "remote :/usr/bin/touch " + (folder / "PWNED") + "\n");
    CHECK_FALSE(live_generation(folder / "db"));
    CHECK(file_info(folder / "PWNED")->kind == FileKind::Missing);
    folder.write("db2/XAPIANDB/x", "");
    CHECK_FALSE(live_generation(folder / "db2"));
}

TEST_CASE("database folder: a published generation is the live one") {
    const test::TempFolder folder;
    REQUIRE(publish_generation(folder.path(), "gen-7"));
    CHECK(*live_generation(folder.path()) == (folder / "gen-7"));
    CHECK(*has_database(folder.path()));
}

TEST_CASE("database folder: the default comes from the environment") {
    ::setenv("XDG_DATA_HOME", "/x", 1);
    ::unsetenv("SITREP_DB");
    CHECK(default_database() == "/x/sitrep/default");
    ::setenv("SITREP_DB", "/given", 1);
    CHECK(default_database() == "/given");
    ::unsetenv("SITREP_DB");
}
