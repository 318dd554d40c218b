#include "indexer/extract/lines.hpp"
#include "page_of.hpp"

using namespace sitrep;
using sitrep::test::outline;

namespace {

std::string blocks_of(std::string_view text) {
    std::vector<TextBlock> blocks = text_blocks(text);
    mark_headings(blocks);
    return outline(plain_blocks(std::move(blocks)));
}

}  // namespace

TEST_CASE("lines: a line is a block where lines are paragraphs") {
    CHECK(blocks_of("One paragraph is here.\nAnother is here.\n\nA third.") ==
          "One paragraph is here.\nAnother is here.\nA third.\n");
}

TEST_CASE("lines: Unicode's own line ends end lines, and nothing like them does") {
    CHECK(blocks_of("One is here.\u2028Two is here.\u2029Three is here.\u0085Four is here.") ==
          "One is here.\nTwo is here.\nThree is here.\nFour is here.\n");
    CHECK(blocks_of("A … and \u00A9 stay.") == "A … and \u00A9 stay.\n");
}

TEST_CASE("lines: joins what was broken at a column") {
    CHECK(blocks_of("The ministry said on Monday that it would buy\n"
                    "twelve ships over the next ten years, and that the\n"
                    "first of them would be laid down in the spring.\n\n"
                    "It gave no price.\n") ==
          "The ministry said on Monday that it would buy twelve ships over the next ten years, and "
          "that "
          "the first of them would be laid down in the spring.\nIt gave no price.\n");
}

TEST_CASE("lines: an indent begins a paragraph in a wire story") {
    const std::string text =
        "    The ministry said on Monday that it would buy\n"
        "twelve ships over the next ten years, and that the\n"
        "first of them would be laid down in the spring.\n"
        "    The ships are to replace those that were built\n"
        "in the last century.\n";
    CHECK(text_blocks(text).size() == 2);
}

TEST_CASE("lines: a word broken after its hyphen is one word again") {
    CHECK(blocks_of("The agreement covers the whole of the self-\n"
                    "defense forces and all of their bases on the\n"
                    "islands, the ministry said.") ==
          "The agreement covers the whole of the self-defense forces and all of their bases on the "
          "islands, the ministry said.\n");
}

TEST_CASE("lines: bullets of every kind are list items") {
    CHECK(blocks_of("• radar\n- sonar\n* guns\n– masts\n-5 degrees") ==
          "* radar\n* sonar\n* guns\n* masts\n-5 degrees\n");
}

TEST_CASE("lines: headings stand alone and lead somewhere") {
    CHECK(blocks_of("Intro ends here.\n\nCosts\n\nThe cost is high.\n\nThanks") ==
          "Intro ends here.\n# Costs\nThe cost is high.\nThanks\n");
    CHECK(blocks_of("a small start\n\nThe cost is high.") == "a small start\nThe cost is high.\n");
}

TEST_CASE("lines: every kind of line end ends a line, none is a block") {
    CHECK(blocks_of("One.\r\nTwo.\rThree.\fFour.\n\n\n \t\n") == "One.\nTwo.\nThree.\nFour.\n");
    CHECK(text_blocks("").empty());
    CHECK(text_blocks("\n \n").empty());
}

TEST_CASE("lines: of a text of endless lines no word is lost, and blocks have a bound") {
    std::string text;
    for (int i = 0; i < 300'000; ++i) text += i % 2 == 0 ? "word\n" : "\n";
    const std::vector<TextBlock> blocks = text_blocks(text);
    CHECK(blocks.size() < 60'000);
    std::size_t bytes = 0;
    for (const TextBlock& block : blocks) bytes += block.block.text.size() + 1;
    CHECK(bytes == 150'000 * 5);
    CHECK(text_blocks("a\n" + std::string(1'000'000, '\n') + "b").size() == 2);
}

TEST_CASE("lines: in hard-wrapped text headline, byline and day stay lines of their own") {
    const std::vector<TextBlock> blocks = text_blocks(
        "Coast Guard commissions fifth fast cutter in Guam\nBy Ada Long\nMay 6, 2020\n\nThe Coast "
        "Guard took a fast cutter into service on Wednesday at\nthe pier of its base in Apra, "
        "where "
        "four others of the class have\nbeen since the spring, and said that a sixth was to come "
        "before the\nyear was out.\n\nThe cutter will sail with a crew of twenty-four and will "
        "look "
        "after\nfishing and drugs around the islands, which lie far apart.\n");
    REQUIRE(blocks.size() == 5);
    CHECK(blocks[0].block.text == "Coast Guard commissions fifth fast cutter in Guam");
    CHECK(blocks[1].block.text == "By Ada Long");
    CHECK(blocks[2].block.text == "May 6, 2020");
    CHECK(blocks[3].block.text.ends_with("before the year was out."));
}
