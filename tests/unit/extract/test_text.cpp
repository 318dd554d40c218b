#include "page_of.hpp"

using namespace sitrep;
using sitrep::test::outline;
using sitrep::test::page_of;

namespace {

constexpr std::string_view kLead =
    "The minister opened a yard on Monday and said that it would build four ships over the next "
    "ten "
    "years for a fleet that has waited for them since the last review of the coast guard.";

}  // namespace

TEST_CASE("text: headline, deck, byline, date, then the story") {
    const ExtractedPage page =
        page_of(Format::Text,
                "Minister opens yard\n\nFour ships are planned.\n\nBy Jo Marsh\nMay 3, 2015\n\n" +
                    std::string(kLead) + "\n\nCosts\n\nThe cost is high.\n\n  • hulls\n");
    CHECK(page.header.title == "Minister opens yard");
    CHECK(page.header.deck == "Four ships are planned.");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(page.header.published == "2015-05-03");
    CHECK(page.header.published_from == "text");
    CHECK(outline(page.blocks) == std::string(kLead) + "\n# Costs\nThe cost is high.\n* hulls\n");
}

TEST_CASE("text: a byline that is taken out leaves its day") {
    for (const Format format : {Format::Text, Format::Markdown}) {
        const std::string mark = format == Format::Markdown ? "# " : "";
        const ExtractedPage page =
            page_of(format, mark + "Minister opens yard\n\nBy Jo Marsh - May 3, 2015\n\n" +
                                std::string(kLead));
        CHECK(page.header.published == "2015-05-03");
        CHECK(outline(page.blocks) == std::string(kLead) + "\n");
    }
}

TEST_CASE("text: a short sentence before a much longer paragraph is the deck") {
    CHECK(page_of(Format::Text,
                  "Yard opens\n\nFour ships are planned.\n\n" + std::string(kLead) + "\n\nEnd.")
              .header.deck == "Four ships are planned.");
}

TEST_CASE("text: a lead with a dateline is no deck") {
    const ExtractedPage page = page_of(
        Format::Text, "Yard opens\n\nGLASGOW — Four ships are planned.\n\n" + std::string(kLead));
    CHECK(page.header.deck.empty());
    CHECK(page.blocks.size() == 2);
}

TEST_CASE("text: one that begins with running text has no headline") {
    const ExtractedPage page = page_of(Format::Text, kLead);
    CHECK(page.header.title.empty());
    CHECK(page.blocks.size() == 1);
}

TEST_CASE("text: the dateline is told and stays in the text") {
    const ExtractedPage page = page_of(
        Format::Text, "Yard opens\n\nGLASGOW, Scotland — " + std::string(kLead) + "\n\nMore.");
    CHECK(page.header.dateline == "GLASGOW, Scotland");
    CHECK(page.blocks.front().text.starts_with("GLASGOW"));
}

TEST_CASE("text: finds the headline below a menu") {
    std::string text =
        "Skip to content\n\nHome\n\nNews\n\nSport\n\nWeather\n\nSign in\n\nContact us\n\n"
        "Search\n\nMinister opens a new yard on the river\n\n";
    CHECK(page_of(Format::Text, text + std::string(kLead)).header.title ==
          "Minister opens a new yard on the river");
}

TEST_CASE("text: nothing to read is an error") {
    CHECK_FALSE(extract({{}, Format::Text, " \n\t\n", "utf-8", 0}).has_value());
}

TEST_CASE("text: the headline stands below the page's name and its row of links") {
    const ExtractedPage page =
        page_of(Format::Text,
                "River Post\nYards | Crews | Letters\n\nMinister opens a new yard on the river\n\n"
                "Four ships are planned there.\n\nBy Jo Marsh\nPublished 3.5.2015\n\n" +
                    std::string(kLead) + "\n\nMore was not said.\n");
    CHECK(page.header.title == "Minister opens a new yard on the river");
    CHECK(page.header.deck == "Four ships are planned there.");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(page.header.published == "2015-05-03");
    CHECK(outline(page.blocks) == "~ River Post\n~ Yards | Crews | Letters\n" + std::string(kLead) +
                                      "\nMore was not said.\n");
}

TEST_CASE("text: one line of a name above a bylined headline is the page's") {
    const ExtractedPage page =
        page_of(Format::Text,
                "River Post\nMinister opens a new yard on the river\nBy Jo Marsh on May 3, "
                "2015 at 2:12 PM\n\n" +
                    std::string(kLead));
    CHECK(page.header.title == "Minister opens a new yard on the river");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(page.header.published == "2015-05-03");
    CHECK(outline(page.blocks) == "~ River Post\n" + std::string(kLead) + "\n");
}

TEST_CASE("text: a line of outlet, date and name is the story's credit") {
    const ExtractedPage page =
        page_of(Format::Text,
                "Contents\nYards | Crews | Letters\nLog on | Help | Shop\n\n"
                "Minister opens a new yard on the river\n\nNorth Desk | May 3, 2015 | "
                "Jo Marsh\n\nKeep\nPass on\n\n" +
                    std::string(kLead));
    CHECK(page.header.title == "Minister opens a new yard on the river");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(page.header.published == "2015-05-03");
    CHECK(page.blocks.back().text == kLead);
    CHECK(page.blocks[page.blocks.size() - 2].furniture);
}

TEST_CASE("text: a short headline with a long deck is no page's name") {
    CHECK(page_of(Format::Text,
                  "Yard opens\n\nFour ships are planned on the river\n\nBy Jo "
                  "Marsh\n\n" +
                      std::string(kLead))
              .header.title == "Yard opens");
}

TEST_CASE("text: parts set apart by wide gaps are a row of links") {
    const ExtractedPage page =
        page_of(Format::Text,
                "River Post\n\nBUY NOW     OPEN A LIST     YOUR PAGE\n\nMinister opens a new yard "
                "on the river\n\nFour ships are planned. All of them are grey.\n\nBy Jo Marsh\n\n"
                "Keep  Pass on  Gift\n\n" +
                    std::string(kLead));
    CHECK(page.header.title == "Minister opens a new yard on the river");
    CHECK(page.header.deck == "Four ships are planned. All of them are grey.");
    CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(outline(page.blocks) ==
          "~ River Post\n~ BUY NOW OPEN A LIST YOUR PAGE\n~ Keep Pass on Gift\n" +
              std::string(kLead) + "\n");
}

TEST_CASE("text: of two lines below a menu the one before the byline is the headline") {
    std::string text =
        "Skip to content\n\nHome\n\nNews\n\nSport\n\nWeather\n\nSign in\n\nContact us\n\nSearch\n\n"
        "Minister opens new yard on the river\n\nBy Jo Marsh\n\nFour more ships for the coast "
        "guard\n\n";
    CHECK(page_of(Format::Text, text + std::string(kLead)).header.title ==
          "Minister opens new yard on the river");
}

TEST_CASE("text: an address and lines of labels before the text are facts, not its headline") {
    const ExtractedPage bare =
        page_of(Format::Text, "https://www.wire.example/yard?utm_source=x\n\nYard opens\n\n" +
                                  std::string(kLead));
    CHECK(bare.header.url == "https://www.wire.example/yard");
    CHECK(bare.header.title == "Yard opens");
    const ExtractedPage clip =
        page_of(Format::Text,
                "Title: Yard opens\nDate: 2015-05-03\nSource: Harbor Wire\nURL: "
                "https://wire.example/yard\nAuthor: Jo Marsh\nAccessed: today\n\n" +
                    std::string(kLead));
    CHECK(clip.header.title == "Yard opens");
    CHECK(clip.header.published == "2015-05-03");
    CHECK(clip.header.outlet == "Harbor Wire");
    CHECK(clip.header.url == "https://wire.example/yard");
    CHECK(clip.header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(outline(clip.blocks) == "~ Accessed: today\n" + std::string(kLead) + "\n");
}

TEST_CASE("text: lines of labels may give the day in figures") {
    const auto published = [](const std::string& labels) {
        return page_of(Format::Text, "Title: Yard opens\n" + labels + "\n\n" + std::string(kLead))
            .header.published;
    };
    CHECK(published("Date: 5/3/2024") == "2024-05-03");
    CHECK(published("Date: 3/5/2024\nURL: https://www.a.co.uk/x") == "2024-05-03");
}

TEST_CASE("text: one label is the text's own") {
    const ExtractedPage page = page_of(Format::Text, "Subject: the yard\n\n" + std::string(kLead));
    CHECK(page.header.title == "Subject: the yard");
}

TEST_CASE("text: a forwarded mail gives its subject and day, its signature is no story") {
    const ExtractedPage page = page_of(
        Format::Text,
        "---------- Forwarded message ---------\nFrom: Jo Marsh <jo@wire.example>\n"
        "Date: Sun, May 3, 2015 at 2:03 PM\nSubject: Fwd: AW: Yard opens\nTo: ada@wire.example\n"
        "\n" +
            std::string(kLead) + "\n\nThe cost is high.\n\n-- \nJo Marsh\nNaval desk\n");
    CHECK(page.header.title == "Yard opens");
    CHECK(page.header.published == "2015-05-03");
    CHECK(outline(page.blocks) ==
          "~ ---------- Forwarded message ---------\n~ From: Jo Marsh <jo@wire.example>\n"
          "~ To: ada@wire.example\n" +
              std::string(kLead) + "\nThe cost is high.\n~ --\n~ Jo Marsh\n~ Naval desk\n");
}

TEST_CASE("text: a ruler before more of the story is no signature") {
    const ExtractedPage page = page_of(Format::Text, "Yard opens\n\n" + std::string(kLead) +
                                                         "\n\n--\n\n" + std::string(kLead) + "\n");
    CHECK(outline(page.blocks) == std::string(kLead) + "\n--\n" + std::string(kLead) + "\n");
}

TEST_CASE("text: the outlet's name alone above the headline is not the headline") {
    const std::string story = "\n\n" + std::string(kLead) + "\n\n" + std::string(kLead);
    const ExtractedPage page =
        page_of(Format::Text, "Harbor Wire\n\nMinister opens four ships yard" + story);
    CHECK(page.header.title == "Minister opens four ships yard");
    CHECK(page.header.outlet == "Harbor Wire");
    CHECK(page_of(Format::Text, "Yard opens\n\nMinister opens four ships yard" + story)
              .header.title == "Yard opens");
}

TEST_CASE("text: what pages say above all else is no headline") {
    for (const std::string top :
         {"Home", "Skip to main content (Press Enter).",
          "An official website of the United States Government\n\nSkip to main content"}) {
        const ExtractedPage page =
            page_of(Format::Text,
                    top + "\n\nFleet tests its new radar\n\nBy Jo Marsh\n\nMarch 4, 2024\n\n" +
                        std::string(kLead));
        CHECK(page.header.title == "Fleet tests its new radar");
        CHECK(page.header.authors == std::vector<std::string>{"Jo Marsh"});
        CHECK(page.header.published == "2024-03-04");
    }
}
