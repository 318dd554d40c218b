#include "base/utf8.hpp"
#include "query/batch.hpp"
#include "search/query_parser.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sitrep {

TEST_CASE("batch: a line is an id, a tab and the question") {
    const auto batch = parse_batch("1\tred sea\r\n\n  \nq2\ta\tb\n3\t\n4\tlast", "f");
    REQUIRE(batch);
    const std::vector<BatchQuestion> expected = {
        {"1", "red sea"}, {"q2", "a\tb"}, {"3", ""}, {"4", "last"}};
    CHECK(*batch == expected);
    CHECK(parse_batch("", "f")->empty());
}

TEST_CASE("batch: a bad line is named") {
    struct Case {
        std::string text, message;
    };
    for (const Case& c :
         {Case{"1\ta\nred sea\n", "f:2: there is no tab"}, Case{"\tred", "f:1: the id is empty"},
          Case{"a b\tred", "f:1: the id holds white space"},
          Case{std::string(257, '1') + "\tred", "f:1: the id is longer than 256 bytes"}}) {
        const auto batch = parse_batch(c.text, "f");
        REQUIRE(!batch);
        CHECK(batch.error().code == ErrorCode::Usage);
        CHECK(batch.error().message == c.message);
    }
}

TEST_CASE(
    "batch: of an endless question only the beginning is kept, still too long for the syntax") {
    std::string endless;
    for (int i = 0; i < 100'000; ++i) endless += "\u6D77";
    const auto batch =
        parse_batch("1\t" + endless + "\n2\t" + std::string(kMaxQueryBytes, 'a'), "f");
    REQUIRE(batch);
    REQUIRE(batch->size() == 2);
    const std::string& text = batch->front().text;
    CHECK(text.size() > kMaxQueryBytes);
    CHECK(text.size() <= 2 * kMaxQueryBytes);
    CHECK(text == endless.substr(0, text.size()));
    CHECK(utf8::is_valid(text));
    CHECK((*batch)[1].text.size() == kMaxQueryBytes);
    CHECK(parse_batch("1\t" + std::string(100'000, '\x80'), "f")->front().text.size() >
          kMaxQueryBytes);
}

TEST_CASE("batch: is read from a file, a missing one and a folder are named") {
    const test::TempFolder folder;
    const std::string file = folder.write("q.tsv", "1\tred\n");
    CHECK(read_batch(file)->size() == 1);
    for (const std::string& path : {folder / "none", folder.path()}) {
        const auto batch = read_batch(path);
        REQUIRE(!batch);
        CHECK(batch.error().code == ErrorCode::Io);
        CHECK(batch.error().message.find(path) != std::string::npos);
    }
}

}  // namespace sitrep
