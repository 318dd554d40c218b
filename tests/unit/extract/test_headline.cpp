#include "indexer/extract/headline.hpp"
#include "indexer/extract/headline_row.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace sitrep;

namespace {

const std::string kStory =
    "The frigate came back to port on Tuesday after four weeks in the dock, where her shafts were "
    "renewed, the Navy said.\n\nHer repair cost less than the Navy had feared, because the shafts "
    "of a sister ship that is laid up were taken for it.\n\nThe frigate will sail for the north in "
    "June, when the crew has had its leave and the dock has looked at her once more.\n";

std::string headline_of(const std::string& text) {
    std::vector<TextBlock> blocks = text_blocks(text);
    mark_headings(blocks);
    const std::size_t at = find_headline(blocks, first_prose(blocks));
    return at < blocks.size() ? blocks[at].block.text : "";
}

}  // namespace

TEST_CASE("headline: not the banner that pages of a government begin with") {
    CHECK(
        headline_of("Skip to main content\n\nAn official website of the United States government"
                    "\n\nHere’s how you know\n\n  • Fleet\n  • News\n\nShare\n\nFrigate Repair\n\n"
                    "MAY 3, 2015\n\n" +
                    kStory) == "Frigate Repair");
}

TEST_CASE("headline: not its deck, a heading of the story or what stands below it") {
    CHECK(headline_of(
              "Home\n\nFleet\n\nSearch\n\nFrigate back in port after repair\n\nHer shafts are "
              "new, and half of them are her sister's\n\nAda Long\n\nMay 3, 2015\n\n" +
              kStory + "\nThe repair of the frigate\n\n" + kStory +
              "\nArmy buys two hundred trucks\n\nNavy tests new radar on frigate\n") ==
          "Frigate back in port after repair");
}

TEST_CASE("headline: of a release of one short sentence, not the first line of its page's menu") {
    const std::string menu = "Skip to content\n\nHome\n\nNews\n\nFleet\n\nSign in\n\nSearch\n\n";
    CHECK(headline_of(menu +
                      "Frigate returns to port\n\nBy Ada Long\n\nThe frigate came back to port on "
                      "Tuesday after four weeks in the dock.\n\nPrivacy policy\n") ==
          "Frigate returns to port");
}

TEST_CASE("headline: a line with no running text behind it is none") {
    CHECK(headline_of("Home\n\nFleet\n\nSearch\n") == "");
}

TEST_CASE("headline: the columns of a row") {
    std::vector<TextBlock> blocks =
        text_blocks("Ships\n\nFrigate back in port\n\nBy Ada Long\n\n" + kStory);
    const HeadlineRows rows(blocks, first_prose(blocks));
    REQUIRE(rows.candidates().size() > 2);
    CHECK(rows.candidates()[1] == 1);
    CHECK(rows.candidates()[2] > 2);  // no byline is a headline
    const auto column = [&](std::string_view name) {
        const auto columns = HeadlineRows::columns();
        const auto at = std::find(columns.begin(), columns.end(), name);
        REQUIRE(at != columns.end());
        return rows.row(rows.candidates()[1])[static_cast<std::size_t>(at - columns.begin())];
    };
    CHECK(column("words_6") == 1);
    CHECK(column("blank_before") == 1);
    CHECK(column("lead") == 1);  // all longer words
    CHECK(column("prose_in_3") == 1);
    CHECK(column("behind_short") == 1);
    CHECK(column("credit_1") == 1);
    CHECK(column("credit_2") == 0);
    CHECK(column("name_3") == 0);
}
