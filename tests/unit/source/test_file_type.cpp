#include "indexer/source/file_type.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("file type: told by the name, in any case, gzipped or not") {
    CHECK(file_type_of("a.txt") == FileType{Format::Text, false, false});
    CHECK(file_type_of("REPORT.HTM.GZ") == FileType{Format::Html, false, true});
    CHECK(file_type_of("feed.ndjson") == FileType{Format::Json, true, false});
    CHECK(file_type_of("feed.jsonl.gz") == FileType{Format::Json, true, true});
    CHECK(file_type_of("one.json") == FileType{Format::Json, false, false});
    CHECK(file_type_of("notes.md") == FileType{Format::Markdown, false, false});
}

TEST_CASE("file type: other kinds are not read") {
    for (const char* name : {"a.png", "a.css", "a", "txt", "a.gz", "archive.tar.gz", "a.txt.bak"}) {
        CAPTURE(name);
        CHECK_FALSE(file_type_of(name));
    }
}
