#include "indexer/worker/packed_page.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

ExtractedPage sample() {
    ExtractedPage page;
    page.header.title = "A title";
    page.header.published = "2020-05-03";
    page.header.published_from = "text";
    page.header.authors = {"Jane Doe", "John Roe"};
    page.blocks.resize(3);
    page.blocks[0].text = "A heading";
    page.blocks[0].kind = BlockKind::Heading;
    page.blocks[1].text = "An item";
    page.blocks[1].kind = BlockKind::ListItem;
    page.blocks[2].text = "Page 1";
    page.blocks[2].furniture = true;
    return page;
}

}  // namespace

TEST_CASE("packed page: comes out as it went in") {
    const Result<ExtractedPage> page = unpacked_page(packed_page(sample()));
    REQUIRE(page);
    CHECK(page->header == sample().header);
    REQUIRE(page->blocks.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(page->blocks[i].text == sample().blocks[i].text);
        CHECK(page->blocks[i].kind == sample().blocks[i].kind);
        CHECK(page->blocks[i].furniture == sample().blocks[i].furniture);
    }
}

TEST_CASE("packed page: an error comes out as one") {
    const Result<ExtractedPage> page =
        unpacked_page(packed_page(Error{ErrorCode::TooLarge, "has 9000 pages", "try less"}));
    REQUIRE_FALSE(page);
    CHECK(page.error().code == ErrorCode::TooLarge);
    CHECK(page.error().message == "has 9000 pages");
    CHECK(page.error().hint == "try less");
}

TEST_CASE("packed page: texts are made lines of valid UTF-8, whatever came") {
    ExtractedPage dirty = sample();
    dirty.blocks[0].text = "a\x1b[1m\n b\xff";
    dirty.blocks[1].text = " \n";
    const Result<ExtractedPage> page = unpacked_page(packed_page(dirty));
    REQUIRE(page);
    REQUIRE(page->blocks.size() == 2);
    CHECK(page->blocks[0].text == "a [1m b\uFFFD");
}

TEST_CASE("packed page: anything cut, longer, or else is refused") {
    const std::string whole = packed_page(sample());
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(unpacked_page(std::string_view(whole).substr(0, size)));
    CHECK_FALSE(unpacked_page(whole + "x"));
    CHECK_FALSE(unpacked_page("E"));
    CHECK_FALSE(unpacked_page("P\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"));
}
