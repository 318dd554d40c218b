#include "page_of.hpp"

using namespace sitrep;
using sitrep::test::outline;
using sitrep::test::page_of;
using Names = std::vector<std::string>;

namespace {

constexpr std::string_view kLead =
    "OSLO, Norway - The minister opened a yard on Monday and said that it would build four ships "
    "over the next ten years for a fleet that has waited for them since the last review.";

ArticleHeader header_of(std::string_view head) {
    return page_of(Format::Text, std::string(head) + "\n\n" + std::string(kLead)).header;
}

}  // namespace

TEST_CASE("pasted head: names above a day are the byline, the line above the headline") {
    for (const std::string_view head :
         {"Minister opens yard\n\nAda Long and Jo Marsh\nMay 3, 2015",
          "Minister opens yard\nAda Long and Jo Marsh\nMay 3, 2015",
          "Minister opens yard\n\nAda Long and Jo Marsh\n\nMay 3, 2015",
          "Harbor Daily\n\nMinister opens yard\n\nAda Long and Jo Marsh\nMay 3, 2015",
          "Harbor News\nNaval\n\nMinister opens yard\n\nAda Long and Jo Marsh\nMay 3, 2015",
          "Wirefleet\n\nMinister opens yard\n\nAda Long and Jo Marsh\nMay 3, 2015"}) {
        CAPTURE(head);
        const ArticleHeader header = header_of(head);
        CHECK(header.title == "Minister opens yard");
        CHECK(header.authors == Names{"Ada Long", "Jo Marsh"});
        CHECK(header.published == "2015-05-03");
    }
}

TEST_CASE("pasted head: an outlet's name is the outlet, and furniture above the headline") {
    const ExtractedPage page =
        page_of(Format::Text,
                "Breaking Defense\n\nMinister opens a yard on the river\n\nBy Jo "
                "Marsh\nMay 3, 2015\n\n" +
                    std::string(kLead));
    CHECK(page.header.title == "Minister opens a yard on the river");
    CHECK(page.header.outlet == "Breaking Defense");
    CHECK(page.header.authors == Names{"Jo Marsh"});
    CHECK(outline(page.blocks) == "~ Breaking Defense\n" + std::string(kLead) + "\n");
}

TEST_CASE("pasted head: lines of outlets, roles, places and units do not hide the day") {
    for (const std::string_view between :
         {"By Jo Marsh\nHarbor News", "By Jo Marsh\nContributor", "Jo Marsh, Ships and Stripes",
          "Oslo\nBy Jo Marsh", "Story by Seaman Jo Marsh\nUSS Long\nOSLO, NORWAY"}) {
        CAPTURE(between);
        const ArticleHeader header =
            header_of("Minister opens yard\n\n" + std::string(between) + "\nMay 3, 2015");
        CHECK(header.title == "Minister opens yard");
        CHECK(header.authors == Names{"Jo Marsh"});
        CHECK(header.published == "2015-05-03");
    }
}

TEST_CASE("pasted head: below \"Story by\" a day with points has the month first") {
    CHECK(header_of("Minister opens yard\n\nStory by Sgt. Jo Marsh\nUSS Long\n05.03.2015")
              .published == "2015-05-03");
}

TEST_CASE("pasted head: the day may stand above the headline, or among names") {
    const ArticleHeader above =
        header_of("Harbor Weekly\n\n3 May 2015\n\nMinister opens yard\n\nby Jo Marsh");
    CHECK(above.title == "Minister opens yard");
    CHECK(above.authors == Names{"Jo Marsh"});
    CHECK(above.published == "2015-05-03");
    CHECK(header_of("Minister opens yard\nHarbor Daily, May 3, 2015, p. 3").published ==
          "2015-05-03");
    CHECK(header_of("Minister opens yard\n\n(May 3, 2015)").published == "2015-05-03");
}

TEST_CASE("pasted head: the deck stands below the headline") {
    const ArticleHeader header = header_of(
        "Minister opens yard\nIt took ten years to build\n\nJo Marsh, Harbor News\nMay "
        "3, 2015 3:13 PM");
    CHECK(header.title == "Minister opens yard");
    CHECK(header.deck == "It took ten years to build");
    CHECK(header.authors == Names{"Jo Marsh"});
    CHECK(header.outlet == "Harbor News");
    CHECK(header.published == "2015-05-03");
}

TEST_CASE("pasted head: a name without a day or an outlet is the story's") {
    const ExtractedPage page =
        page_of(Format::Text, "Minister opens yard\n\nBy Jo Marsh\n\nAda Long\n\n" +
                                  std::string(kLead) + "\n\n" + std::string(kLead));
    CHECK(page.header.authors == Names{"Jo Marsh"});
    CHECK(outline(page.blocks).find("Ada Long") != std::string::npos);
}
