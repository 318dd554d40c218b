#include "page_of.hpp"

#include <algorithm>

using namespace sitrep;
using sitrep::test::outline;
using sitrep::test::page_of;

namespace {

std::string body_of(std::string_view body) {
    return outline(page_of(Format::Html, "<body>" + std::string(body) + "</body>").blocks);
}

const std::string kLong =
    "The minister opened a yard on Monday and said that it would build four ships over the next "
    "ten "
    "years for a fleet that has waited for them since the last review of the coast guard.";

}  // namespace

TEST_CASE("html: blocks in reading order, with their kinds") {
    CHECK(body_of("<h2>Costs</h2><p>High, <b>very</b>\n high.</p><ul><li>hulls<li>engines</ul>"
                  "<blockquote>Said he.</blockquote><pre>x\ny</pre>") ==
          "# Costs\nHigh, very high.\n* hulls\n* engines\nSaid he.\nx y\n");
}

TEST_CASE("html: what HTML does not know stands in its sentence, and is no dialog") {
    CHECK(body_of("<p>Forces left <st1:place w:st=on>Iraq</st1:place> in "
                  "<gloss-term>May</gloss-term>.</p>") == "Forces left Iraq in May.\n");
    CHECK(body_of("<p><b><gloss-term>Iraq</gloss-term></b> and</p><p><gloss-term>May</gloss-term> "
                  "<em>it</em> be.</p>") == "Iraq and\nMay it be.\n");
    CHECK(body_of("<live-post>" + kLong + "</live-post><live-post>" + kLong + "</live-post>") ==
          kLong + "\n" + kLong + "\n");
    CHECK(body_of("<p>" + kLong + "</p><dialog><p>Subscribe to our letters.</p></dialog>") ==
          kLong + "\n~ Subscribe to our letters.\n");
}

TEST_CASE("html: what a shadow root holds is text, what other templates hold is none") {
    CHECK(body_of("<cp-article><template shadowrootmode=open><p>" + kLong +
                  "</p></template></cp-article><template><p>Later.</p></template>") ==
          kLong + "\n");
}

TEST_CASE("html: paragraphs of preformatted text are cut as a text file's are") {
    CHECK(body_of("<h1>Record</h1><div><pre>First part.\n\n<script>x()</script>Second "
                  "part.\n</pre></div>") == "# Record\nFirst part.\nSecond part.\n");
    const ExtractedPage page =
        page_of(Format::Html,
                "<html><head><title>x</title></head><body><pre>Fleet tests a radar\n"
                "By Ada Long\nMay 3, 2024\n\n" +
                    kLong + "\n\n" + kLong + "\n</pre></body></html>");
    CHECK(page.header.title == "Fleet tests a radar");
    CHECK(page.header.authors == std::vector<std::string>{"Ada Long"});
    CHECK(page.header.published == "2024-05-03");
}

TEST_CASE("html: text beside elements and after line breaks is not lost") {
    CHECK(body_of("<div>one<p>two</p>three<br>four<br><br>five</div>") ==
          "one\ntwo\nthree four\nfive\n");
}

TEST_CASE("html: a row of a table is one block") {
    CHECK(body_of("<table><tr><td>Hull</td><td>12</td></tr><tr><th>Mast<td>3</table>") ==
          "Hull | 12\nMast | 3\n");
}

TEST_CASE("html: scripts, styles, controls and comments are no text") {
    CHECK(
        body_of(
            "<script>x()</script><style>p{}</style><noscript>n</noscript><svg><text>s</text></svg>"
            "<form><input value=v><select><option>o</select><textarea>t</textarea></form>"
            "<template>t</template><!-- c --><p>Only this.") == "Only this.\n");
}

TEST_CASE("html: a button that is all of its heading is the heading, one beside it is none") {
    CHECK(body_of("<h2 class=x><button>Why is the carrier there?</button></h2><p>It drills.</p>"
                  "<dl><dt><span><button>Ships</button></span></dt><dd>Two.</dd></dl>"
                  "<details><summary><label>Crews</label></summary>Many.</details>") ==
          "# Why is the carrier there?\nIt drills.\nShips\nTwo.\nCrews\nMany.\n");
    CHECK(body_of("<h2>Costs <button>Copy link</button></h2><p>High.</p><button>Share</button>") ==
          "# Costs\nHigh.\n");
}

TEST_CASE("html: a bold line alone is a heading, a bold sentence is not") {
    CHECK(body_of("<p><strong>What it costs</strong></p><p><b>It is dear.</b></p>") ==
          "# What it costs\nIt is dear.\n");
}

TEST_CASE("html: counts the text of links") {
    const ExtractedPage page = page_of(Format::Html, "<p>See <a href=x>the report</a> now</p>");
    REQUIRE(page.blocks.size() == 1);
    CHECK(page.blocks[0].link_chars == 10);
}

TEST_CASE("html: furniture is marked by tag, role and class") {
    CHECK(
        body_of("<nav>Home</nav><div role=navigation>News</div><div class='c-share-bar'>Send</div>"
                "<div id=cookieBanner>Accept</div><article><p>" +
                kLong +
                "</p><figure><figcaption>A "
                "yard.</figcaption></figure></article><footer>End</footer>") ==
        "~ Home\n~ News\n~ Send\n~ Accept\n" + kLong + "\n~ A yard.\n~ End\n");
}

TEST_CASE("html: names lie, most of the text is never furniture") {
    CHECK(body_of("<div class='has-sidebar related'><p>" + kLong + "</p></div>") == kLong + "\n");
}

TEST_CASE("html: the named container is the story, the rest is furniture") {
    CHECK(body_of("<div><p>Teaser for another story.</p></div><div class=entry-content><p>" +
                  kLong + "</p><p>" + kLong + "</p></div>") ==
          "~ Teaser for another story.\n" + kLong + "\n" + kLong + "\n");
}

TEST_CASE("html: windows-1252 numbers mean what their writers meant") {
    CHECK(body_of("<p>the yard&#146;s gates") == "the yard’s gates\n");
}

TEST_CASE("html: numbers of characters that do not exist give valid text") {
    for (const std::string digits :
         {"1114112", "14555555555", "4294967361", "xD800", "xFFFFFFFF80", "x100000041"}) {
        CHECK(body_of("<p>a&#" + digits + ";b") == "a\uFFFDb\n");
    }
    CHECK(body_of("<p>a&#0000000000065;b&#x00000000041;&#x;&#") == "aAbA&#x;&#\n");
}

TEST_CASE("html: an empty page is an error") {
    CHECK_FALSE(extract({{}, Format::Html, "<html><script>x</script>", "utf-8", 0}).has_value());
}

TEST_CASE("html: unmarked byline, date and deck that open the story go to the header") {
    const ExtractedPage page = page_of(
        Format::Html,
        "<html><body><main><h1>Minister opens yard</h1><h2>Four ships are planned there.</h2>"
        "<p>By Jo Marsh</p><p>Published 14 May 2015, 09:20</p>"
        "<p>The minister opened a yard on Monday and said that it would build four ships over the "
        "next ten years for a fleet that has waited for them.</p><p>By then it may be too late "
        "for the crews, he said, who were sent home last year.</p></main></body></html>");
    CHECK(page.header.deck == "Four ships are planned there.");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(page.header.published.starts_with("2015-05-14"));
    std::string story;
    for (const Block& block : page.blocks) {
        if (!block.furniture && block.text != page.header.deck) story += block.text + "\n";
    }
    CHECK(story.find("Jo Marsh") == std::string::npos);
    CHECK(story.find("Published") == std::string::npos);
    CHECK(story.find("By then it may") != std::string::npos);
}

TEST_CASE("html: a picture before the byline, and a deck that is no sentence, do not hide it") {
    for (const std::string before : {"<figure><figcaption>The yard in May.</figcaption></figure>",
                                     "<p class=dek>Part of our series on yards and ports</p>"}) {
        const ExtractedPage page =
            page_of(Format::Html, "<html><body><main><article><h1>Minister opens yard</h1>" +
                                      before + "<p class=byline>By Ada Long</p><p>" + kLong +
                                      "</p><p>" + kLong + "</p></article></main></body></html>");
        const auto byline = std::find_if(page.blocks.begin(), page.blocks.end(),
                                         [](const Block& b) { return b.text == "By Ada Long"; });
        REQUIRE(byline != page.blocks.end());
        CHECK(byline->in_header);
    }
}

TEST_CASE("html: a page that shows no story has it in its data") {
    const std::string json_ld =
        R"(<script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" + kLong +
        R"(\n\nShort &amp; true.\n)" + kLong + R"( Again."}</script>)";
    CHECK(body_of(json_ld + "<div id=root>Loading</div>") ==
          "~ Loading\n" + kLong + "\nShort & true.\n" + kLong + " Again.\n");
    std::string one_line;  // however long
    for (int i = 0; i < 100; ++i) one_line += kLong + " ";
    one_line.pop_back();
    CHECK(body_of(R"(<script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" +
                  one_line + R"("}</script><div id=root></div>)") == one_line + "\n");
    // Where the page shows it, its own blocks are better.
    CHECK(body_of(json_ld + "<p>" + kLong + "</p><p>Short &amp; true.</p><p>" + kLong +
                  " Again.</p>") == kLong + "\nShort & true.\n" + kLong + " Again.\n");
    CHECK(
        body_of(
            R"(<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"The yard in
        Kiel will build two boats for the navy, the ministry said on Monday."}</script>)")
            .find("two boats") != std::string::npos);
    // What it shows is not given up for what stands in its data besides, in whatever script.
    const std::string shown =
        "<p>The yard in Kiel will build two boats for the navy, the ministry said on Monday, and a "
        "third one may "
        "follow.</"
        "p><p>海上自衛隊は十二日、新型の護衛艦を進水させたと発表した。艦は来年就役する予定である。"
        "海上自衛隊は十二日、新型の護衛艦を進水させた。</p>";
    CHECK(body_of(json_ld + shown).find("~") == std::string::npos);
    CHECK(body_of(json_ld + shown).find("third one may follow") != std::string::npos);
    CHECK(body_of(json_ld + shown).find("Again") == std::string::npos);
    const std::string other =
        R"(<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Yard opens"},
           {"@type":"NewsArticle","headline":"Another story","articleBody":")" +
        kLong + kLong + R"("}]</script>)";
    CHECK(body_of(other + "<div id=root>Loading</div>") == "Loading\n");
    const std::string state =
        R"(<script id="__NEXT_DATA__" type="application/json">{"props":{"article":{"title":"x",
           "body":"<p>)" +
        kLong + "</p><p>" + kLong + R"( Again.</p>"},"related":[{"body":"<p>No.</p>"}]}}</script>)";
    CHECK(body_of("<div id=__next></div>" + state) == kLong + "\n" + kLong + " Again.\n");
    CHECK(body_of("<p>" + kLong + "</p><p>" + kLong + " More.</p>" + state) ==
          kLong + "\n" + kLong + " More.\n");
}

TEST_CASE("html: a note's number is no part of the word before it, a power of the unit is") {
    CHECK(body_of("<p>The sanctions<sup>3</sup> on the F-35<sup><a href=#2>2</a></sup> of "
                  "FY2024<sup>5, 6</sup>.</p>") ==
          "The sanctions 3 on the F-35 2 of FY2024 5, 6.\n");
    CHECK(body_of("<p>The 82<sup>nd</sup> holds 40 km<sup>2</sup>, 3m<sup>3</sup> and 9.8 "
                  "m/s<sup>2</sup>.</p>") == "The 82nd holds 40 km2, 3m3 and 9.8 m/s2.\n");
    CHECK(body_of("<p>It was Iran's<sup>2</sup> and the team<sup>2</sup>.</p>") ==
          "It was Iran's 2 and the team 2.\n");
}
