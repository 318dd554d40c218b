#include "indexer/source/file_source.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace sitrep;

TEST_CASE("file source: its hash is the file's, whatever was read before, and from where") {
    const std::string path = std::filesystem::temp_directory_path() / "sitrep-file-source-test";
    const std::string bytes(700'000, 'x');
    std::ofstream(path) << bytes;
    for (const std::uint64_t start : {0U, 300'000U, 800'000U}) {
        CAPTURE(start);
        Result<OpenFile> file = OpenFile::open(path);
        REQUIRE(file);
        FileSource source(*std::move(file));
        (void)source.next();
        source.seek(start);
        Result<std::string> rest = read_whole(source, bytes.size());
        REQUIRE(rest);
        CHECK(rest->size() == (start < bytes.size() ? bytes.size() - start : 0));
        CHECK(*source.content_hash() == hash_hex(bytes));
        CHECK(source.hashed() == bytes.size());
    }
    std::filesystem::remove(path);
}
