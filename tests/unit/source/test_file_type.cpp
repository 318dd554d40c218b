#include "indexer/source/archive.hpp"
#include "indexer/source/file_type.hpp"
#include "indexer/source/json_lines.hpp"
#include "indexer/source/json_records.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("file type: told by the name, in any case, gzipped or not") {
    const auto page = [](Format format, std::vector<Packing> packed = {}) {
        return FileType{std::move(packed), nullptr, false, format};
    };
    CHECK(file_type_of("a.txt") == page(Format::Text));
    CHECK(file_type_of("REPORT.HTM.GZ") == page(Format::Html, {Packing::Gzip}));
    CHECK(file_type_of("notes.md.xz.zst") == page(Format::Markdown, {Packing::Zstd, Packing::Xz}));
    CHECK((file_type_of("feed.ndjson")->container == read_json_lines));
    CHECK((file_type_of("feed.jsonl.gz")->container == read_json_lines));
    CHECK(file_type_of("feed.jsonl.gz")->packed == std::vector{Packing::Gzip});
    CHECK((file_type_of("one.json")->container == read_json_records));
}

TEST_CASE("file type: short names of packed archives") {
    for (const char* name : {"a.tar.gz", "a.tgz", "a.TBZ2", "a.txz", "a.tzst", "a.tar"}) {
        CAPTURE(name);
        REQUIRE(file_type_of(name));
        CHECK((file_type_of(name)->container == read_tar));
        CHECK(file_type_of(name)->nests);
    }
    CHECK(file_type_of("a.tgz")->packed == std::vector{Packing::Gzip});
}

TEST_CASE("file type: by media type, whatever its parameters") {
    CHECK(file_type_of_media("Text/HTML; charset=utf-8")->format == Format::Html);
    CHECK((file_type_of_media("application/zip")->container == read_zip));
    CHECK_FALSE(file_type_of_media("image/png"));
    CHECK_FALSE(file_type_of_media(""));
}

TEST_CASE("file type: other kinds are not read") {
    for (const char* name :
         {"a.png", "a.css", "a", "txt", "a.gz", ".gz", ".html", "a.txt.bak", "a.txt.gz.gz.gz.gz"}) {
        CAPTURE(name);
        CHECK_FALSE(file_type_of(name));
    }
}
