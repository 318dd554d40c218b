#include "page_of.hpp"

using namespace sitrep;

TEST_CASE("extractor: the name's end tells the format, in any case") {
    CHECK(format_of("a.txt") == Format::Text);
    CHECK(format_of("a.b.MD") == Format::Markdown);
    CHECK(format_of("a.markdown") == Format::Markdown);
    CHECK(format_of("a.html") == Format::Html);
    CHECK(format_of("a.HTM") == Format::Html);
    CHECK(format_of("a.xhtml") == Format::Html);
    CHECK_FALSE(format_of("a.json").has_value());  // holds many: see source/file_type.hpp
    CHECK_FALSE(format_of("a.png").has_value());
    CHECK_FALSE(format_of("txt").has_value());
    CHECK_FALSE(format_of(".txt").has_value());
}

TEST_CASE("extractor: a media type tells the format") {
    CHECK(format_of_media("text/html") == Format::Html);
    CHECK(format_of_media("application/xhtml+xml") == Format::Html);
    CHECK_FALSE(format_of_media("").has_value());
}

TEST_CASE("extractor: a text longer than any article is refused with what to do about it") {
    DecodedRecord record;
    record.format = Format::Text;
    for (int i = 0; i < 9'000'000 / 10; ++i) record.text += "word word\n";
    const Result<ExtractedPage> page = extract(record);
    REQUIRE_FALSE(page);
    CHECK(page.error().hint == "split it into articles, or leave it out");
}
