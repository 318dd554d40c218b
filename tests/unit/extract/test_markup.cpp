#include "indexer/extract/markup.hpp"
#include "page_of.hpp"

#include <chrono>

using namespace sitrep;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
}

bool is_safe_markup(std::string_view text) { return markup_to_parse(text).has_value(); }

}  // namespace

TEST_CASE("markup: the parser sees no script and no style, but the JSON of a page") {
    CHECK(markup_to_parse("<p>a<script>if (1 < 2) f('<b>');</script>b<style>p{}</style>c") ==
          "<p>a<script></script>b<style></style>c");
    const std::string json = "<script type='application/ld+json'>{\"a\": 1}</script>";
    CHECK(markup_to_parse(json) == json);
    const std::string escaped = "<script><!-- <script> </script> --></script><p>a";
    CHECK(markup_to_parse(escaped) == escaped);
    CHECK(markup_to_parse("<p>a<script>b") == "<p>a<script>");
}

TEST_CASE("markup: white space between attributes is no attribute") {
    const std::string spread = "<input\n" + std::string(2000, ' ') + "type=\"email\"\n" +
                               std::string(2000, ' ') + "name=\"a\">";
    CHECK(is_safe_markup(spread));
}

TEST_CASE("markup: an ordinary page is safe, void and self-ending tags nest nothing") {
    CHECK(is_safe_markup("<html><body><p>a<br>b<p>c</body></html>"));
    CHECK(is_safe_markup("<ul>" + repeated("<li>x", 5000) + "</ul>"));
    CHECK(is_safe_markup(repeated("<div><span>x</div>", 5000)));
    CHECK(is_safe_markup("<svg>" + repeated("<path d='m'/>", 5000) + "</svg>"));
    CHECK(is_safe_markup("<script>" + repeated("'<div>'", 5000) + "</script>"));
    CHECK(is_safe_markup("<!-- " + repeated("<div>", 5000) + " -->"));
}

TEST_CASE("markup: nesting is not safe beyond its limit, wherever it hides") {
    CHECK_FALSE(is_safe_markup(repeated("<div>", 5000)));
    CHECK_FALSE(is_safe_markup(repeated("<b class=x>", 5000)));
    CHECK_FALSE(is_safe_markup("<!-->" + repeated("<div>", 5000)));
    CHECK_FALSE(is_safe_markup("<!-- --!>" + repeated("<div>", 5000) + "-->"));
    CHECK_FALSE(is_safe_markup("<svg><title>" + repeated("<div>", 5000) + "</title></svg>"));
    CHECK_FALSE(is_safe_markup("<svg><p><style>" + repeated("<div>", 5000) + "</style></svg>"));
    CHECK_FALSE(is_safe_markup("<svg><foreignObject>" + repeated("<path/>", 5000)));
}

TEST_CASE("markup: thousands of attributes or reopened elements are not safe") {
    CHECK_FALSE(is_safe_markup("<p " + repeated("a ", 50000) + ">"));
    CHECK_FALSE(is_safe_markup(repeated("<b id=x>", 300) + repeated("<p>x", 5000)));
}

TEST_CASE("markup: stripping keeps the text and parts the blocks") {
    CHECK(without_markup("<p>A &amp; B<i>c</i></p><script>x<y</script>") ==
          "\n\nA & Bc\n\n\n\n\n\n");
    CHECK(without_markup("1 < 2 &#8212; &bogus;") == "1 < 2 — &bogus;");
    CHECK(without_markup("&#xD800;&#x110000;&#0;") == " &#x110000; ");
}

TEST_CASE("markup: a page of 200,000 open tags is read at once, its text found") {
    const auto start = std::chrono::steady_clock::now();
    const ExtractedPage page = sitrep::test::page_of(
        Format::Html, repeated("<div>", 200000) + "<p>Deep down stands a sentence.</p>");
    const auto seconds = std::chrono::steady_clock::now() - start;
    CHECK(page.header.title + sitrep::test::outline(page.blocks) == "Deep down stands a sentence.");
    CHECK(seconds < std::chrono::seconds(2));
}
