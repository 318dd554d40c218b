#include "page_of.hpp"

using namespace sitrep;
using sitrep::test::outline;
using sitrep::test::page_of;

namespace {

std::string text(const std::string& lines) {
    return outline(page_of(Format::Markdown, lines).blocks);
}

}  // namespace

TEST_CASE("markdown: headings, paragraphs over several lines, lists, no marks") {
    const ExtractedPage page =
        page_of(Format::Markdown,
                "# Yard *opens*\n\nThe **minister** came\nby `boat`.\n\n"
                "## Costs\n\n* hulls\n- engines\n\nLater\n-----\n> Said he.\n");
    CHECK(page.header.title == "Yard opens");
    CHECK(outline(page.blocks) ==
          "The minister came by boat.\n# Costs\n* hulls\n* engines\n# Later\nSaid he.\n");
}

TEST_CASE("markdown: front matter fills the header") {
    const ArticleHeader header =
        page_of(Format::Markdown,
                "---\ntitle: \"Yard opens\"\nauthor: Jo Marsh\ndate: 2015-05-03\ncategory: Navy\n"
                "source: Harbor Wire\nlang: en-GB\n---\nText.\n")
            .header;
    CHECK(header.title == "Yard opens");
    CHECK(header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(header.published == "2015-05-03");
    CHECK(header.section == "Navy");
    CHECK(header.outlet == "Harbor Wire");
    CHECK(header.language == "en");
}

TEST_CASE("markdown: a rule at the start that never ends is no front matter") {
    CHECK(outline(page_of(Format::Markdown, "---\nkey: value\n\nText.\n").blocks) ==
          "key: value\nText.\n");
}

TEST_CASE("markdown: keeps a link's text and counts it, drops pictures") {
    const ExtractedPage page =
        page_of(Format::Markdown, "See [the report](http://a.example/r) ![map](m.png) now.");
    REQUIRE(page.blocks.size() == 1);
    CHECK(page.blocks[0].text == "See the report now.");
    CHECK(page.blocks[0].link_chars == 10);
}

TEST_CASE("markdown: snake_case words keep their marks") {
    CHECK(outline(page_of(Format::Markdown, "the batch_bytes option").blocks) ==
          "the batch_bytes option\n");
}

TEST_CASE("markdown: tables, references, links between notes, HTML") {
    CHECK(text("| Ship | Type |\n|---|---|\n| *Ada* | frigate |\n") ==
          "Ship | Type\nAda | frigate\n");
    CHECK(text("R&amp;D &#8220;now&#8221; & 5 < 6.") == "R&D “now” & 5 < 6.\n");
    CHECK(text("Says [[Harbor Wire|the wire]] of [[Jo Marsh]].") == "Says the wire of Jo Marsh.\n");
    CHECK(text("One<br>two.\n\n<script>x()</script>\n\n<p>Three</p>\n") == "One two.\nThree\n");
    CHECK(text("<div class=\"\n\nTwo *words*.\n") == "<div class=\"\nTwo words.\n");
    CHECK(text("<div>\n*One*\n\nTwo\n</div>\n") == "One\nTwo\n");
    CHECK(text("> [!info] Later\n> He left.\n\n- [x] done\n") == "Later He left.\n* done\n");
    CHECK(text("Text.\n\n    Set in, and _all_ story.\n") == "Text.\nSet in, and all story.\n");
}

TEST_CASE("markdown: the number of a line is kept where it may be a day's") {
    CHECK(text("23. Mai 2024, Kiel\n") == "* 23. Mai 2024, Kiel\n");
    CHECK(text("7. oktober\n\n8. november\n") == "* 7. oktober\n* november\n");
    CHECK(text("1. One\n2. Two\n") == "* One\n* Two\n");
    CHECK(text("<ol start=\"7\"><li>One</ol>\n\nTwo.\n") == "* One\nTwo.\n");
}

TEST_CASE("markdown: more definitions than any story has are read as text") {
    std::string lines = "The *yard* opens.\n\n";
    for (int i = 0; i < 2'000; ++i) lines += "[a]: b\n";
    CHECK(page_of(Format::Markdown, lines).blocks.size() > 1);
    CHECK(outline(page_of(Format::Markdown, lines.substr(0, 200)).blocks) == "The yard opens.\n");
    const ExtractedPage page = page_of(Format::Markdown, "---\ntitle: Yard\n---\n" + lines);
    CHECK(page.header.title == "Yard");
    CHECK(page.is_written);
}

TEST_CASE("markdown: what would make much of little is read as text") {
    const auto is_text = [](const std::string& lines) {
        return text("*T*\n\n" + lines).starts_with("*T*");
    };
    const auto times = [](int count, std::string_view what) {
        std::string all;
        for (int i = 0; i < count; ++i) all += what;
        return all;
    };
    const std::string definition = "[a]: http://x.example/" + times(2'000, "u") + "\n\n";
    CHECK(is_text(definition + times(400, "[a] ")));
    CHECK(is_text(definition + times(400, "![a] ")));
    CHECK(is_text("[a]: /x \"" + times(2'000, "u") + "\"\n\n" + times(400, "[a] ")));
    CHECK(is_text(times(100, "|a") + "\n" + times(100, "|---") + "\n" + times(1'000, "|b\n")));
    CHECK_FALSE(is_text(definition + times(4, "[a] ")));
    CHECK_FALSE(is_text(times(9, "|a") + "\n" + times(9, "|---") + "\n" +
                        times(1'000, times(9, "|1") + "\n")));
}

TEST_CASE(
    "markdown: the first heading of the first level is the headline, whatever stands before") {
    CHECK(page_of(Format::Markdown, "![](a.png)\n\n# Yard opens\n\nText.\n").header.title ==
          "Yard opens");
    CHECK(page_of(Format::Markdown, "A line.\n\n# Yard opens\n\nText.\n").header.title.empty());
    CHECK(page_of(Format::Markdown, "## Costs\n\nText.\n\n# Yard opens\n").header.title.empty());
}

TEST_CASE("markdown: a day in figures, in the order of the language and the address") {
    const auto published = [](const std::string& facts) {
        return page_of(Format::Markdown, "---\ntitle: T\n" + facts + "---\nText.\n")
            .header.published;
    };
    CHECK(published("date: 23.01.2018\n") == "2018-01-23");
    CHECK(published("date: 03/05/2024\n") == "2024-03-05");
    CHECK(published("date: 03/05/2024\nlang: en-GB\n") == "2024-05-03");
    CHECK(published("date: 2015-05-03T10:00:00Z\n") == "2015-05-03");
}

TEST_CASE("markdown: a picture that is a link goes with its target") {
    CHECK(text("Now [![](a.png)](https://www.x.example/y) here.") == "Now here.\n");
    CHECK(text("[![The yard](a.png) The yard](/y) opens.") == "The yard opens.\n");
    CHECK(text("[![The yard](a.png) opens.") == "[ opens.\n");
}

TEST_CASE("markdown: the authors of a list, in lines of their own or in brackets") {
    const auto authors = [](const std::string& facts) {
        return page_of(Format::Markdown, "---\ntitle: T\n" + facts + "tags: x\n---\nText.\n")
            .header.authors;
    };
    using Names = std::vector<std::string>;
    CHECK(authors("author:\n  - \"[[Ada Long]]\"\n") == Names{"Ada Long"});
    CHECK(authors("authors:\n- Ada Long\n- 'Jo Marsh'\n") == Names{"Ada Long", "Jo Marsh"});
    CHECK(authors("authors:\n  - name: Ada Long\n    email: a@a.example\n") == Names{"Ada Long"});
    CHECK(authors("author: [Ada Long, \"Jo Marsh\"]\n") == Names{"Ada Long", "Jo Marsh"});
    CHECK(authors("author: [[Ada Long]]\n") == Names{"Ada Long"});
    CHECK(authors("author: \"By: Ada Long\"\n") == Names{"Ada Long"});
    CHECK(authors("author: Ada Long, Jo Marsh\n") == Names{"Ada Long", "Jo Marsh"});
    const Names both = {"Ada Long", "Jo Marsh"};
    CHECK(authors("author:\n  - name: Ada Long\n    affiliation: Wire\n  - name: Jo Marsh\n") ==
          both);
    CHECK(authors("author:\n- affiliation: Wire\n  name: \"Ada Long\"\n-\n  name: Jo Marsh\n") ==
          both);
    CHECK(authors("author:\n  name: Ada Long\n  title: Chief\n") == Names{"Ada Long"});
    CHECK(authors("authors: [{name: Ada Long, affiliation: Wire}, {name: Jo Marsh}]\n") == both);
    CHECK(
        page_of(Format::Markdown, "---\ntags:\n  - id: x\n    title: T\ntitle: Yard\n---\nText.\n")
            .header.title == "Yard");
    CHECK(page_of(Format::Markdown, "---\n  tags:\n  - x\n  title: Yard\n---\nText.\n")
              .header.title == "Yard");
    CHECK(page_of(Format::Markdown, "---\ncategory:\n  - Navy\n  - Air\n---\nText.\n")
              .header.section == "Navy");
    CHECK(authors("tags:\n  - Ada Long\n").empty());
}

TEST_CASE("markdown: a value in the front matter may go on in lines that are set in") {
    const auto title = [](const std::string& facts) {
        return page_of(Format::Markdown, "---\n" + facts + "lang: de\n---\nText.\n").header.title;
    };
    CHECK(title("title: The yard: it opens\n  at last\n") == "The yard: it opens at last");
    CHECK(title("title: >-\n  The yard: it\n  opens\n") == "The yard: it opens");
    CHECK(title("title: \"The yard\n  opens\"\n") == "The yard opens");
    CHECK(title("title: The yard\ntags:\n  - a\n  - b\n") == "The yard");
    CHECK(title("title: >-\n") == ">-");
    CHECK(title("title: >-\n\n  The yard\n\n  opens\n") == "The yard opens");
}

TEST_CASE("markdown: quotes around a value in the front matter, and what they escape") {
    const auto title = [](const std::string& value) {
        return page_of(Format::Markdown, "---\ntitle: " + value + "\n---\nText.\n").header.title;
    };
    CHECK(title(R"("\"No\" to the fleet")") == "\"No\" to the fleet");
    CHECK(title(R"("Caf\u00e9 C:\\yard")") == "Caf\u00e9 C:\\yard");
    CHECK(title("'The yard''s day'") == "The yard's day");
    CHECK(title("'The yard's day'") == "The yard's day");
    CHECK(title("\"The \"old\" yard\"") == "The \"old\" yard");
    CHECK(title(R"("The yard\q")") == "The yard\\q");
    CHECK(title("The yard''s \"day\"") == "The yard''s \"day\"");
}

TEST_CASE("markdown: the front matter of clippings") {
    const ExtractedPage page = page_of(
        Format::Markdown,
        "---\ntitle: \"Yard opens\"\nsource: \"https://a.example/2024/yard\"\nauthor:\n  - "
        "\"[[Jo Marsh]]\"\npublished: 2024-05-03\ncreated: 2024-06-01\ndescription: \"A yard.\"\n"
        "publisher: Harbor Wire\n---\nText.\n");
    CHECK(page.header.url == "https://a.example/2024/yard");
    CHECK(page.header.outlet == "Harbor Wire");
    CHECK(page.header.deck == "A yard.");
    CHECK(page.header.published == "2024-05-03");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
}
