#include "indexer/extract/readers.hpp"
#include "page_of.hpp"

using namespace sitrep;
using sitrep::test::outline;
using sitrep::test::page_of;

namespace {

bool is_refused(std::string_view text) {
    return !extract({{}, Format::Json, std::string(text), "utf-8", 0}).has_value();
}

}  // namespace

TEST_CASE("json: the keys of the port") {
    const ExtractedPage page = page_of(Format::Json, R"({"id": "a-1", "title": "Yard opens",
        "text": "One.\n\nTwo.", "date": "2015-05-03T23:10:00-04:00", "author": "Jo Marsh",
        "section": "Navy", "source": "Harbor Wire", "url": "http://a.example/1", "language": "en-GB"})");
    CHECK(page.header.id == "a-1");
    CHECK(page.header.title == "Yard opens");
    CHECK(page.header.published == "2015-05-03T23:10:00-04:00");
    CHECK(page.header.published_from == "json");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(page.header.section == "Navy");
    CHECK(page.header.outlet == "Harbor Wire");
    CHECK(page.header.url == "http://a.example/1");
    CHECK(page.header.language == "en");
    CHECK(outline(page.blocks) == "One.\nTwo.\n");
}

TEST_CASE("json: the keys of other people's exports") {
    const ExtractedPage page = page_of(Format::Json, R"({"_id": 17, "headline": "Yard opens",
        "maintext": "One.", "date_publish": "2015-05-03 10:00:00", "authors": [{"name": "Jo Marsh"}, "Ada Long"],
        "category": ["Navy", "Yards"], "source": {"id": null, "name": "Harbor Wire"}, "link": "http://a.example/1"})");
    CHECK(page.header.id == "17");
    CHECK(page.header.title == "Yard opens");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh", "Ada Long"});
    CHECK(page.header.section == "Navy");
    CHECK(page.header.outlet == "Harbor Wire");
    CHECK(page.header.published.starts_with("2015-05-03"));
}

TEST_CASE("json: where an address is the source, the site's name is the outlet") {
    const char* extracted =
        R"({"title": "Frigate", "text": "It sailed.", "source": "https://t.example/frigate",
            "sitename": "Harbor Wire"})";
    CHECK(read_json(extracted)->header.outlet == "Harbor Wire");
}

TEST_CASE("json: a lead paragraph is the text of a hit that has no other") {
    const Result<ExtractedPage> page = read_json(
        R"({"headline": {"main": "Tankers halt"}, "abstract": "Cracks.",
            "lead_paragraph": "Deliveries of the tanker halted over cracks."})");
    REQUIRE(page);
    CHECK(page->header.deck == "Cracks.");
    REQUIRE(page->blocks.size() == 1);
    CHECK(page->blocks[0].text == "Deliveries of the tanker halted over cracks.");
}

TEST_CASE("json: no word of the text becomes a headline or a deck") {
    const ExtractedPage page =
        page_of(Format::Json, R"({"id": 1, "text": "Short start\n\nA sentence."})");
    CHECK(page.header.title.empty());
    CHECK(outline(page.blocks) == "# Short start\nA sentence.\n");
}

TEST_CASE("json: a summary that repeats the start of the text is no deck") {
    CHECK(page_of(Format::Json,
                  R"({"text": "One ship left. Two came.", "summary": "One ship left..."})")
              .header.deck.empty());
    CHECK(page_of(Format::Json, R"({"text": "One ship left.", "summary": "All about a ship"})")
              .header.deck == "All about a ship");
}

TEST_CASE("json: text that is HTML is read as HTML") {
    CHECK(outline(
              page_of(Format::Json, R"({"content": "<p>One &amp; two</p><ul><li>three</li></ul>"})")
                  .blocks) == "One & two\n* three\n");
    CHECK(outline(page_of(Format::Json, R"({"content": "Use the <p> tag."})").blocks) ==
          "Use the <p> tag.\n");
}

TEST_CASE("json: blank lines part the paragraphs of HTML that marks none") {
    CHECK(
        outline(
            page_of(
                Format::Json,
                R"({"content": "One<br>two.\r\n\r\nThree <b>and\nfour</b>.\n \n<h2>Five</h2>\n\nSix."})")
                .blocks) == "One two.\nThree and four.\n# Five\nSix.\n");
    CHECK(outline(page_of(Format::Json, R"({"content": "<p>One\n\nand two.</p><br>"})").blocks) ==
          "One and two.\n");
    CHECK(
        outline(
            page_of(
                Format::Json,
                R"({"content": "One.<br><script>a\n\nb</script><!--\n\n-->\n\nTwo <a\n\nhref='x'>of</a> it."})")
                .blocks) == "One.\nTwo of it.\n");
}

TEST_CASE("json: a title without text is an article, nothing at all is none") {
    CHECK(page_of(Format::Json, R"({"title": "Yard opens"})").blocks.empty());
    CHECK(is_refused(R"({"title": "", "text": " "})"));
    CHECK(is_refused("[]"));
    CHECK(is_refused(R"([{"title":"a"},{"title":"b"}])"));
    CHECK(page_of(Format::Json, R"([{"title":"a"}])").header.title == "a");
}

TEST_CASE("json: keys that nobody knows are told") {
    const auto hint = [](std::string_view text) { return read_json(text).error().hint; };
    CHECK(hint(R"({"hed": "x", "storytext": "y"})") ==
          "none of its keys is known: hed, storytext; title and text are");
    CHECK(hint(R"({"hed": "x", "Title": ""})").empty());
    CHECK(hint(R"({"hed": "x", "content": {"raw": 1}})").empty());
    CHECK(hint("{}").empty());
}

TEST_CASE("json: what is no JSON is refused, never thrown") {
    CHECK(is_refused(R"({"title": "cut)"));
    CHECK(is_refused(R"({"title": "cut", "x": NaN)"));
    CHECK(is_refused(R"({"title": "one"} {"title": "two"})"));
    CHECK(is_refused(R"(title: {"title": "one"})"));
    CHECK(is_refused(std::string(100000, '[')));
    CHECK(is_refused(R"({"title":"a","x":)" + std::string(300, '[') + std::string(300, ']') + "}"));
}

TEST_CASE("json: a value that is none of JSON's costs no article") {
    const auto title = [](std::string_view text) {
        return page_of(Format::Json, text).header.title;
    };
    CHECK(title(R"({"title": "Cut \ud83d"})") == "Cut \uFFFD");
    CHECK(title(R"({"title": "a", "x": NaN, "y": -Infinity})") == "a");
    CHECK(title(R"({"title": "a", "x": 1e999})") == "a");
    CHECK(title("{\"title\": \"two\nlines\"}") == "two lines");
    CHECK(is_refused(R"({"title": NaN})"));
}

TEST_CASE("json: an impossible date is none") {
    CHECK(
        page_of(Format::Json, R"({"title": "a", "date": "2015-02-31"})").header.published.empty());
    CHECK(page_of(Format::Json, R"({"title": "a", "date": 20150503})").header.published ==
          "2015-05-03");
}

TEST_CASE("json: facts that stand in objects, and names that are numbers") {
    const ExtractedPage page =
        page_of(Format::Json, R"({"id": 7, "title": {"rendered": "Navy&#8217;s nets"},
        "content": {"rendered": "<p>One.</p><p>Two.</p>"}, "author": 5, "categories": [12],
        "_embedded": {"author": [{"name": "Jo Marsh"}]}, "excerpt": {"rendered": "<p>One [&hellip;]</p>"}})");
    CHECK(page.header.title == "Navy’s nets");
    CHECK(outline(page.blocks) == "One.\nTwo.\n");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(page.header.section.empty());
    CHECK(page.header.deck.empty());
}

TEST_CASE("json: an instant is the UTC day and time, a day of saving is no day of publication") {
    const auto published = [](std::string_view date) {
        return page_of(Format::Json, R"({"title": "x", )" + std::string(date) + "}")
            .header.published;
    };
    CHECK(published(R"("published": 1714564800000)") == "2024-05-01T12:00:00Z");
    CHECK(published(R"("date": 1714564800)") == "2024-05-01T12:00:00Z");
    CHECK(published(R"("date": 20240501)") == "2024-05-01");
    CHECK(published(R"("date": 12)").empty());
    CHECK(published(R"("date": "1714564800")") == "2024-05-01T12:00:00Z");
    CHECK(published(R"("date": "1714564800000")") == "2024-05-01T12:00:00Z");
    CHECK(published(R"("date": "20240501")") == "2024-05-01");
    CHECK(published(R"("date": "17145648")").empty());
    CHECK(published(R"("date": "171456480000")").empty());
    CHECK(published(R"("date": 1e300)").empty());
    CHECK(published(R"("date": "2024-05-01 06:45:00")") == "2024-05-01T06:45:00");
    CHECK(published(R"("created_at": "2024-05-01", "timestamp": 1714564800)").empty());
}

TEST_CASE("json: an id over 64 bits stays as it is, and a cut mark is no text") {
    const ExtractedPage page =
        page_of(Format::Json,
                R"({"id": 123456789012345678901234567890, "content": "A start… [+1874 chars]"})");
    CHECK(page.header.id == "123456789012345678901234567890");
    CHECK(outline(page.blocks) == "A start…\n");
}

TEST_CASE(
    "json: endless values, strings without an end, and texts longer than any article are refused") {
    std::string numbers = R"({"title": "a", "text": "b", "n": [)";
    for (int i = 0; i < 2'100'000; ++i) numbers += "1,";
    CHECK(is_refused(numbers + "1]}"));
    std::string lists = R"({"title": "a", "text": "b", "n": [)";
    for (int i = 0; i < 10'500; ++i) lists += std::string(200, '[') + std::string(200, ']') + ",";
    CHECK(is_refused(lists + "1]}"));
    CHECK(is_refused(R"({"title": "a", "text": ")" + std::string(3'000'000, 'b')));
    CHECK(is_refused(R"({"title": "a", "text": ")" + std::string(9'000'000, 'b') + "\"}"));
    CHECK_FALSE(is_refused(R"({"title": "a", "text": ")" + std::string(3'000'000, ',') + "\"}"));
}

TEST_CASE("json: the text may be a list of envelopes, and where there is none the summary is it") {
    const ExtractedPage feed =
        page_of(Format::Json, R"({"title": "T", "summary": "<p>One.</p><p>Two.</p>",
        "content": [{"type": "text/html", "value": "<p>One.</p><p>Two.</p><p>Three.</p>"}]})");
    CHECK(outline(feed.blocks) == "One.\nTwo.\nThree.\n");
    CHECK(feed.header.deck.empty());
    CHECK(outline(page_of(Format::Json, R"({"content": 4711, "content_html": "<p>One.</p>"})")
                      .blocks) == "One.\n");
    const ExtractedPage summary = page_of(
        Format::Json, R"({"title": "T", "content": [], "summary": "<p>One.</p><p>Two.</p>"})");
    CHECK(outline(summary.blocks) == "One.\nTwo.\n");
    CHECK(summary.header.deck.empty());
}

TEST_CASE("json: tags and references inside of lines are no words") {
    const auto body = [](std::string_view text) {
        return outline(page_of(Format::Json, R"({"text": ")" + std::string(text) + "\"}").blocks);
    };
    CHECK(body("The Navy&#8217;s plan.") == "The Navy\u2019s plan.\n");
    CHECK(body("One.<br /><br />The plan.") == "One.\nThe plan.\n");
    CHECK(body(R"(One.\n\nThe <a href='https://x'>plan</a>.)") == "One.\nThe plan.\n");
    CHECK(body(R"(One.\n\n<p$Two</pu)") == "One.\n");
    CHECK(body("Ships < 3000 tons and > 20 knots.") == "Ships < 3000 tons and > 20 knots.\n");
}

TEST_CASE("json: what a database wraps is read") {
    const ArticleHeader header =
        page_of(Format::Json, R"({"_id": {"$oid": "65f0a1b2"}, "docid": "D-17", "title": "T",
        "date": {"$date": {"$numberLong": "1714564800000"}}})")
            .header;
    CHECK(header.id == "65f0a1b2");
    CHECK(header.published == "2024-05-01T12:00:00Z");
    CHECK(page_of(Format::Json, R"({"title": "T", "id": {"a": 1}, "docid": {"$numberInt": "7"}})")
              .header.id == "7");
}

TEST_CASE("json: the day is under the first key that holds one") {
    const auto published = [](std::string_view date) {
        return page_of(Format::Json, R"({"title": "x", )" + std::string(date) + "}")
            .header.published;
    };
    CHECK(published(R"("published": true, "published_at": "2024-01-15T10:00:00Z")") ==
          "2024-01-15T10:00:00Z");
    CHECK(published(R"("date": {"$date": "2024-01-15T00:00:00Z"})") == "2024-01-15T00:00:00Z");
    CHECK(published(R"("date": "2 days ago", "pubDate": "Mon, 15 Jan 2024 10:00:00 GMT")") ==
          "2024-01-15");
}

TEST_CASE("json: a search engine's hit holds the article") {
    CHECK(page_of(Format::Json, R"({"_index": "news", "_source": {"title": "T", "text": "One."}})")
              .header.title == "T");
}

TEST_CASE("json: an office as author keeps its whole name") {
    const auto authors = [](const std::string& author) {
        return page_of(Format::Json,
                       R"({"title": "T", "text": "Text.", "author": ")" + author + "\"}")
            .header.authors;
    };
    for (const char* office : {"Voice of America", "Office of Naval Research",
                               "Center for Strategic and International Studies"})
        CHECK(authors(office) == std::vector<std::string>{office});
    CHECK(authors("Ada Long in Kabul") == std::vector<std::string>{"Ada Long"});
}

TEST_CASE("json: a day in figures is read in the order of its language and host") {
    const auto published = [](const std::string& facts) {
        return page_of(Format::Json, R"({"title": "T", "text": "Text.", )" + facts + "}")
            .header.published;
    };
    CHECK(published(R"("pubDate": "23/01/2018")") == "2018-01-23");
    CHECK(published(R"("pubDate": "13.05.2024")") == "2024-05-13");
    CHECK(published(R"("date": "03/05/2024")") == "2024-03-05");
    CHECK(published(R"("date": "03/05/2024 10:30", "language": "en-GB")") == "2024-05-03");
    CHECK(published(R"("date": "03/05/2024", "url": "https://www.a.co.uk/x")") == "2024-05-03");
    CHECK(published(R"("date": "2024-05-03T10:00:00Z", "language": "en-GB")") ==
          "2024-05-03T10:00:00Z");
}
