// Extraction and cleaning together, on a page saved with all its furniture.
#include "indexer/clean/cleaner.hpp"
#include "indexer/extract/extractor.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

namespace {

const std::string kPage = R"(Skip to content

Home

News

Fleet

Weather

Sign in

Subscribe

Search

Navy tests a new radar on two ships

Share on Facebook

Copy link

The Navy said on Monday that it had tested a new radar on two of its ships, and that both of them had seen all of the targets that were flown at them from the coast.

The radar

It is smaller than the one before it and needs half of the power, which the older ships of the fleet could not have given to a larger one for long.

  • range
  • weight

The Navy will now decide how many of them it wants to buy, and for which of its ships, before the budget is written in the autumn of next year.

Related articles

Army buys trucks

Air base opens to visitors

A look back at the year

Comments

Leave a reply

Privacy policy

© 2019 Harbor Wire. All rights reserved.
)";

}  // namespace

TEST_CASE("cleaner: of a page saved as text the story comes out, the furniture stays out") {
    Result<ExtractedPage> page = extract({{}, Format::Text, kPage, "utf-8", 0});
    REQUIRE(page.has_value());
    CHECK(page->header.title == "Navy tests a new radar on two ships");
    const Article article = clean(*std::move(page));
    REQUIRE(article.sections.size() == 2);
    CHECK(article.sections[0].paragraphs.size() == 1);
    CHECK(article.sections[0].paragraphs[0].starts_with("The Navy said"));
    CHECK(article.sections[1].heading == "The radar");
    REQUIRE(article.sections[1].paragraphs.size() == 4);
    CHECK(article.sections[1].paragraphs[1] == "• range");
    CHECK(article.sections[1].paragraphs[3].starts_with("The Navy will now"));
}

namespace {

std::string story_before(std::string_view tail) {
    std::string text = "Navy tests a new radar on two ships\n\nBy Jo Marsh\n\n";
    for (const char* ship : {"first", "second", "third", "fourth"}) {
        text += std::string("The Navy said on Monday that the ") + ship +
                " of its ships had seen all of the targets that were flown at it.\n\n";
    }
    return text + std::string(tail);
}

std::string body_of(const std::string& text) {
    Result<ExtractedPage> page = extract({{}, Format::Text, text, "utf-8", 0});
    REQUIRE(page.has_value());
    return clean(*std::move(page)).body();
}

}  // namespace

TEST_CASE("cleaner: who wrote it and the line of copyright are not the story's end") {
    const std::string body = body_of(
        story_before("She sailed on both of the ships. Jo Marsh is radar editor of River Post.\n\n"
                     "Copyright 2019 River Post Media. Shops | Feeds\n"));
    CHECK(body.find("fourth") != std::string::npos);
    CHECK(body.find("radar editor") == std::string::npos);
    CHECK(body.find("Copyright") == std::string::npos);
}

TEST_CASE("cleaner: a line of copyright needs its year") {
    CHECK(body_of(story_before("Copyright law does not cover the shape of a radar.\n"))
              .find("Copyright law") != std::string::npos);
}

TEST_CASE("cleaner: a labelled line to another article is no heading") {
    const std::string body = body_of(
        story_before("RELATED: The old radar\n\nThe Navy will now decide how many of them it wants "
                     "to buy, and for which of its ships.\n\nRelated work began in the spring.\n"));
    CHECK(body.find("The old radar") == std::string::npos);
    CHECK(body.find("Related work began") != std::string::npos);
}

TEST_CASE("cleaner: a story of one paragraph under its headline stays, whatever stands around it") {
    std::string page =
        "Skip to content\n\nHome\n\nNews\n\nFleet\n\nWeather\n\nSign in\n\nSubscribe\n\nSearch\n\n"
        "Frigate returns to port\n\nWritten by Ada\n\nYou are here: Home / Fleet / Frigate "
        "returns to port\n\nThe frigate came back to port on Tuesday after four weeks in the dock, "
        "as you know, and we love it.\n\n";
    for (int i = 0; i < 8; ++i) {
        page += "...\nREAD MORE\n\nFrigate number " + std::to_string(i) +
                " sails for the north\n\nPosted in News | Tagged with frigates, fleet, north\n\n";
    }
    page +=
        "Related articles\n\nArmy buys trucks\n\nComments\n\nPrivacy policy\n\n© 2019 Harbor Wire. "
        "All rights reserved.\n\nHarbor Wire brings readers the news of the fleet every morning, "
        "and has done so for thirty years from its office at the port.\n";
    CHECK(body_of(page).starts_with("The frigate came back to port on Tuesday"));
}

TEST_CASE("cleaner: a short end behind an interruption is the story's, the footer is not") {
    const std::string foot =
        "FILED UNDER: FLEET, RADAR\n\nMOST READ\n\nBy signing up, you agree to our Privacy Policy "
        "and Terms of Service. You may unsubscribe at any time.\n\n© 2019 Harbor Wire\n";
    const std::string menu = "Home\n\nNews\n\nFleet\n\nSubscribe\n\nSearch\n\n";
    for (const std::string between : {"ADVERTISEMENT\n\n", "What comes next\n\n", ""}) {
        CAPTURE(between);
        const std::string body = body_of(menu + story_before(between +
                                                             "The Navy had no comment.\n\n\"It "
                                                             "was not ours,\" she said.\n\n" +
                                                             foot));
        CHECK(body.find("no comment") != std::string::npos);
        CHECK(body.find("not ours") != std::string::npos);
        CHECK(body.find("ADVERTISEMENT") == std::string::npos);
        CHECK(body.find("FILED UNDER") == std::string::npos);
        CHECK(body.find("signing up") == std::string::npos);
    }
    const std::string figures = body_of(
        menu + story_before("About the class\n\nThe ships have these figures:\n\nLength: 122 "
                            "meters\n\nCrew: 125\n\nPhone: 555 010 0000\n\n" +
                            foot));
    CHECK(figures.find("Length: 122") != std::string::npos);
    CHECK(figures.find("Crew: 125") != std::string::npos);
    CHECK(figures.find("Phone") == std::string::npos);
}
