// Pages saved as plain text, every menu and button of theirs in it.
#include "indexer/extract/page_credits.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

namespace {

const std::string kStory =
    "The frigate came back to port on Tuesday after four weeks in the dock, where her shafts were "
    "renewed, the Navy said.\n\nHer repair cost less than the Navy had feared, because the shafts "
    "of a sister ship that is laid up were taken for it.\n\n";

/// `around` has the headline "Frigate back in port".
ArticleHeader credits_of(const std::string& around, const std::string& tail = "") {
    const std::vector<TextBlock> blocks = text_blocks("Home\n\nFleet\n\n" + around + kStory + tail);
    std::size_t headline = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].block.text == "Frigate back in port") headline = i;
    }
    ArticleHeader header;
    read_page_credits(blocks, headline, header);
    return header;
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : "; ") + name;
    return all;
}

struct Case {
    std::string around;
    std::string author;
    std::string day;
};

}  // namespace

TEST_CASE("page credits: names and days as pages print them around a headline") {
    const std::string title = "Frigate back in port\n\n";
    const std::vector<Case> cases = {
        {title + "By\n\nAda Long\n\nMay 3, 2015\n\n", "Ada Long", "2015-05-03"},
        {title + "Written by:\n\nAda Long, Ph.D.\n\n5 min read\n\n", "Ada Long", ""},
        {title + "Share\n\nBy Ada LongPublished: May 3, 2015\n\n", "Ada Long", "2015-05-03"},
        {title + "by Ada Long | May 3, 2015 | Fleet\n\n", "Ada Long", "2015-05-03"},
        {title + "May 3, 2015 by Ada Long\n\n", "Ada Long", "2015-05-03"},
        {title + "Last updated on May 3, 2015 by Ada Long\n\n", "Ada Long", "2015-05-03"},
        {title + "Ada Long\n\n  • May 3, 2015\n\n", "Ada Long", "2015-05-03"},
        {title + "Share\n\nCopy link\n\nAda Long • May 3, 2015 • 5 min read\n\n", "Ada Long",
         "2015-05-03"},
        {title + "Friday, May 1, 2015 • Ships • Ada Long\n\n", "", "2015-05-01"},
        {title + "By Petty Officer 2nd Class Jo Marsh, 1st Cavalry Division Public Affairs\n\n",
         "Jo Marsh", ""},
        {"Ada Long\n\nHarbor Wire\n\n" + title, "", ""},
        {title + "The frigate sails off Norfolk, Va., on April 2, 2013. (Seaman Tom Poe/Navy)\n\n"
                 "By Ada Long\n\nMay 3, 2015\n\n",
         "Ada Long", "2015-05-03"},
        {title + "A dock, April 2, 2013. Photo by Tech. Sgt. Tom Poe/U.S. Air Force\n\nBy Ada "
                 "Long\n\nMay 3, 2015\n\n",
         "Ada Long", "2015-05-03"},
        {title + "Sailors in Oslo, April 2, 2013.\n\nMay 3, 2015\n\n", "", "2015-05-03"},
        {title + "Ada Long\n\nPublished May 3, 2015 4:21 PM EDT\n\n", "Ada Long", "2015-05-03"},
        {title + "May 3, 2015\n\nShare\n\nSave\n\nAda Long\n\n", "Ada Long", "2015-05-03"},
        {title + "Story and photos by Sgt. Ada Long, 1st Cavalry Division\n\n", "Ada Long", ""},
        {title + "Photo by Ada Long, 1st Cavalry Division\n\n", "", ""},
        {title + "Analysis by Ada Long\n\n", "Ada Long", ""},
        {title + "By Ada Long, Pacific Sentinel\n\n", "Ada Long", ""},
        {title + "By Ada Long and Jo Marsh, The Virginian-Pilot\n\n", "Ada Long; Jo Marsh", ""},
        {title + "Written By May 3, 2015 · 3 min read\n\n", "", "2015-05-03"},
        {title + "By Li Wei on 2015-05-03 at 2:15 PM\n\n", "Li Wei", "2015-05-03"},
        {title + "By Ada Long, Harbor Wire\n\n", "Ada Long", ""},
        {"Ada Long\n\nMay 3, 2015\n\n" + title, "Ada Long", "2015-05-03"},
        {"May 3, 2015\n\n10 min read\n\n" + title + "Harbor Wire\n\n" + title, "", "2015-05-03"},
        {"Published May 3, 2015 by Ada Long\n\n" + title, "Ada Long", "2015-05-03"},
        {title + "Updated: June 9, 2016\n\nPublished: May 3, 2015\n\n", "", "2015-05-03"},
        {title + "Updated: June 9, 2016\n\n", "", "2016-06-09"},
        {title + "Updated June 9, 20168:23 PM ET Originally published May 3, 2015\n\n", "",
         "2015-05-03"},
        {"May 3, 2015\n\n" + title + "Updated June 9, 2016\n\n", "", "2015-05-03"},
        {title + "By Ada LongMay 3, 201520 Mins Read\n\n", "Ada Long", "2015-05-03"},
        {title + "By Ada Long\n\nMay 3, 20156:01 PM ET\n\n", "Ada Long", "2015-05-03"},
        {"Posted on May 3, 2015 by Ada Long - 51 Comments on All that you ever wanted to know "
         "about "
         "it: is the frigate back in port?\n\n" +
             title,
         "Ada Long", "2015-05-03"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.around);
        const ArticleHeader header = credits_of(c.around);
        CHECK(joined(header.authors) == c.author);
        CHECK(header.published == c.day);
    }
}

TEST_CASE("page credits: headings, buttons and words of the page are nobody") {
    for (const std::string line :
         {"Key Insights", "Sister Ship", "Show Comments", "Naval Warfare", "Photo Information",
          "Courtesy Story", "Available Downloads", "(Flat Rate)", "Frequently Asked Questions",
          "Understanding Shafts", "Back Office", "“Long Shafts”"}) {
        CAPTURE(line);
        CHECK(credits_of("Frigate back in port\n\n" + line + "\n\n").authors.empty());
    }
}

TEST_CASE("page credits: a name away from headline and day needs the page to tell of them") {
    const std::string around = "Frigate back in port\n\nShare\n\nCopy link\n\nAda Long\n\nSave\n\n";
    CHECK(credits_of(around).authors.empty());
    CHECK(credits_of("Frigate back in port\n\nAda Long\n\nPublished May 3, 2015 4:21 PM EDT\n\n",
                     "Contact the author: ada@example.com\n")
              .authors == std::vector<std::string>{"Ada Long"});
    CHECK(credits_of(around, "Ada Long is a reporter in Oslo.\n").authors.size() == 1);
}

TEST_CASE("page credits: a day that the story tells is not the page's") {
    CHECK(credits_of("Frigate back in port\n\nShe had left the port for the north on May 3, 2015, "
                     "for a month.\n\n")
              .published.empty());
}

TEST_CASE("page credits: a day below the story counts with its label only") {
    CHECK(credits_of("Frigate back in port\n\n", "May 3, 2015\n").published.empty());
    for (const std::string line :
         {"Posted on May 3, 2015", "Posted May 3, 2015", "Published Date: May 3, 2015",
          "Publish date\n\n3 May 2015", "Published\n\nMay 3, 2015"}) {
        CAPTURE(line);
        CHECK(credits_of("Frigate back in port\n\n", line + "\n").published == "2015-05-03");
    }
}

TEST_CASE("page credits: what the header has stays") {
    const std::vector<TextBlock> blocks =
        text_blocks("Frigate back in port\n\nBy Ada Long\n\nMay 3, 2015\n\n" + kStory);
    ArticleHeader header;
    header.authors = {"Jo Marsh"};
    header.published = "2014-01-01";
    read_page_credits(blocks, 0, header);
    CHECK(header.authors == std::vector<std::string>{"Jo Marsh"});
    CHECK(header.published == "2014-01-01");
}

TEST_CASE("page credits: a name in the first line, next to no day") {
    const std::vector<TextBlock> blocks =
        text_blocks("Ada Long\n\nShare\n\nFrigate back in port\n\n" + kStory);
    ArticleHeader header;
    read_page_credits(blocks, 2, header);
    CHECK(header.authors.empty());
}
