#include "documents.hpp"
#include "store/replacement.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

TEST_CASE("replacement: what a kill left of a first build is in the old database first") {
    for (const unsigned shards : {0U, 2U}) {
        CAPTURE(shards);
        const test::TempFolder folder;
        const std::string path = folder / "db";
        {
            // So small that some parts are safe before all are written.
            IndexWriter writer = *IndexWriter::open(path, {.documents = 2}, {}, {0, shards});
            writer.put_root("r", "/articles");
            for (int i = 0; i < 600; ++i)
                REQUIRE(test::put(writer, test::article({"r", std::to_string(i)}, "One", "text")));
            REQUIRE(writer.is_building());
        }
        REQUIRE(Replacement::begin(path, {}));
        const IndexWriter writer = *IndexWriter::open(path);
        CHECK(writer.document_count() > 0);
        CHECK(writer.roots().at("r") == "/articles");
    }
}
