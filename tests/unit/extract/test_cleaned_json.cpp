#include "model/article_json.hpp"
#include "page_of.hpp"

using namespace sitrep;
using sitrep::test::outline;
using sitrep::test::page_of;

namespace {

Article example() {
    Article article;
    article.header = {"id7",        "Title",   "Deck",       {"Jane Doe", "A. N. Other"},
                      "2015-04-27", "json-ld", "2015-04-28", "TOKYO",
                      "AP",         "Outlet",  "cyber",      "https://example.org/a",
                      "en"};
    article.sections = {{"", {"LONDON (Reuters) - Sign up to our newsletter.", "• First."}},
                        {"Space", {}},
                        {"Share this", {"Second."}}};
    return article;
}

}  // namespace

TEST_CASE("cleaned json: what was exported is read as it was, and nothing is made of it") {
    const Article article = example();
    const ExtractedPage page = page_of(Format::Json, article_json(article, "x.html", "id7"));
    CHECK(page.is_cleaned);
    CHECK(page.header == article.header);
    CHECK(page.blocks.size() == 5);
    CHECK(page.blocks[0].text == article.sections[0].paragraphs[0]);
    CHECK(page.blocks[1].text == "• First.");
    CHECK(page.blocks[2].kind == BlockKind::Heading);
    ArticleHeader without = article.header;
    without.dateline.clear();
    CHECK(page_of(Format::Json, article_json({without, article.sections, {}, {}, 0}, "x", "id7"))
              .header == without);
}

TEST_CASE("cleaned json: what stands where it does not belong is unknown") {
    const ExtractedPage page =
        page_of(Format::Json, R"({"sitrep": 1, "id": 7, "title": "A\nB", "authors": "Jo",
        "published": "tomorrow", "modified": [1], "sections": [3, {"heading": {}, "text": "One."}]})");
    CHECK(page.header.id.empty());
    CHECK(page.header.title == "A B");
    CHECK(page.header.published.empty());
    CHECK(page.header.modified.empty());
    CHECK(page.blocks.size() == 1);
}

TEST_CASE("cleaned json: another version is refused, another key is not ours") {
    const auto read = [](std::string text) {
        return extract({{}, Format::Json, std::move(text), "utf-8", 0});
    };
    const Result<ExtractedPage> newer = read(R"({"sitrep": 2, "title": "A"})");
    REQUIRE(!newer);
    CHECK(newer.error().message.find("another version") != std::string::npos);
    CHECK(!read(R"({"sitrep": 1})"));
    CHECK(!read(R"({"sitrep": "1", "title": "A"})")->is_cleaned);
}
