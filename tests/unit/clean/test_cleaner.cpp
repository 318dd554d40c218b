#include "indexer/clean/cleaner.hpp"
#include "indexer/clean/reason.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

Block paragraph(std::string text) { return {BlockKind::Paragraph, std::move(text), 0, false}; }
Block heading(std::string text) { return {BlockKind::Heading, std::move(text), 0, false}; }
Block item(std::string text) { return {BlockKind::ListItem, std::move(text), 0, false}; }

Article cleaned(std::vector<Block> blocks, ArticleHeader header = {}) {
    return clean({std::move(header), std::move(blocks)});
}

/// "reason: text" of what was dropped, one a line.
std::string dropped(const Article& article) {
    std::string out;
    for (const DroppedText& d : article.dropped) out += d.reason + ": " + d.text + "\n";
    return out;
}

const std::string kStory =
    "The minister opened a yard on Monday and said that it would build four ships over the next "
    "ten "
    "years for a fleet that has waited for them.";
const std::string kMore =
    "The ships will replace those that were built in the last century, and which have been at sea "
    "for "
    "more than half of their days since then.";

}  // namespace

TEST_CASE("cleaner: notes keep their short lines, a page that was made Markdown does not") {
    ExtractedPage notes{{},
                        {item("See also the Sentinel report"), item("Related: B-21 quantities"),
                         item("Contact: John at OPNAV"), item("Share with the desk")}};
    notes.is_written = true;
    CHECK(clean(notes).dropped.empty());
    ExtractedPage page{
        {},
        {paragraph("Skip to content"), paragraph("Sign in"), paragraph(kStory), paragraph(kMore),
         paragraph("Share on Facebook"), paragraph("Follow us"), paragraph("Related articles"),
         paragraph("Leave a reply"), paragraph("Subscribe to our newsletter")}};
    page.is_written = true;
    CHECK(clean(page).dropped.size() == 7);
}

TEST_CASE("cleaner: sections are headings with what stands under them") {
    const Article article = cleaned(
        {paragraph(kStory), heading("Costs"), paragraph(kMore), item("hulls"), heading("Crew")});
    CHECK(article.dropped.empty());
    CHECK(article.sections ==
          std::vector<Section>{{"", {kStory}}, {"Costs", {kMore, "• hulls"}}, {"Crew", {}}});
    CHECK(article.body() == kStory + "\n\nCosts\n\n" + kMore + "\n\n• hulls\n\nCrew");
}

TEST_CASE("cleaner: the deck goes once, a story may begin with its words") {
    ArticleHeader header;
    header.deck = kStory;
    const Article article = cleaned(
        {paragraph(kStory), paragraph("By Ada Long"), paragraph(kStory), paragraph(kMore)}, header);
    CHECK(article.body().find(kStory) != std::string::npos);
}

TEST_CASE("cleaner: a clean text loses nothing, short lines and lists at its ends included") {
    const Article article =
        cleaned({paragraph("WASHINGTON"), paragraph(kStory), heading("Ships"), item("one"),
                 item("two"), item("three"), item("four"), item("five"), item("six"), item("seven"),
                 paragraph("Thanks")});
    CHECK(article.dropped.empty());
}

TEST_CASE("cleaner: a story in another language stays, whatever stands under it") {
    const std::string german =
        "Die Fregatte Falke ist am Montag mit zweihundert Matrosen aus dem Hafen von Kiel "
        "ausgelaufen, wie das Ministerium mitteilte.";
    const std::string chinese =
        "美国海军一艘驱逐舰周二穿越台湾海峡，第七舰队在声明中说，这次航行符合国际法。";
    for (const std::string& story : {german, chinese}) {
        const Article article =
            cleaned({paragraph(story), paragraph(story + story), paragraph("Facebook"),
                     paragraph("Twitter"), paragraph("Subscribe to our newsletter")});
        CHECK(article.body() == story + "\n\n" + story + story);
    }
}

TEST_CASE("cleaner: a story in another language stays beside English furniture") {
    const std::string german =
        "Die Fregatte Falke ist am Montag mit zweihundert Matrosen aus dem Hafen von Kiel "
        "ausgelaufen, wie das Ministerium am selben Tag in Berlin mitteilte, und soll im Mai nach "
        "einer Übung vor der Küste von Norwegen zurückkehren.";
    const std::string other =
        "Der Minister sagte, die Besatzung sei gut vorbereitet, und dankte den Familien, die am "
        "Kai gewartet hatten, während die Opposition den Einsatz als zu teuer kritisierte.";
    const Article article = cleaned(
        {paragraph(german), paragraph(other), paragraph(german + " " + other),
         paragraph("Facebook"), paragraph("Twitter"),
         paragraph("The publisher of this site is not to be held liable for what its readers have "
                   "written, and it has the right to take it from the site.")});
    CHECK(article.body().starts_with(german + "\n\n" + other + "\n\n" + german + " " + other));
}

TEST_CASE("cleaner: of a story that is there three times one stays") {
    std::vector<Block> blocks;
    for (int i = 0; i < 3; ++i) {
        blocks.push_back(paragraph(kStory));
        blocks.push_back(paragraph(kMore));
    }
    for (const char* line : {"Facebook", "Twitter", "Subscribe to our newsletter"})
        blocks.push_back(paragraph(line));
    CHECK(cleaned(std::move(blocks)).body() == kStory + "\n\n" + kMore);
}

TEST_CASE("cleaner: lines without a sentence stay when there is nothing else to read") {
    const Article article =
        cleaned({paragraph("Ajax 2, Feyenoord 1"), paragraph("PSV 3, Utrecht 0"),
                 paragraph("Twente 1, Heerenveen 1"), paragraph("Facebook"), paragraph("Twitter")});
    CHECK(article.body() == "Ajax 2, Feyenoord 1\n\nPSV 3, Utrecht 0\n\nTwente 1, Heerenveen 1");
}

TEST_CASE("cleaner: what the extractor marked goes") {
    Block nav = paragraph("Home");
    nav.furniture = true;
    CHECK(dropped(cleaned({nav, paragraph(kStory)})) == "navigation: Home\n");
}

TEST_CASE("cleaner: the headline is not repeated in the body") {
    ArticleHeader header;
    header.title = "Minister opens yard";
    CHECK(dropped(cleaned({heading("MINISTER OPENS YARD"), paragraph(kStory)}, header)) ==
          "headline: MINISTER OPENS YARD\n");
}

TEST_CASE(
    "cleaner: a paragraph seen again is dropped, on a page with furniture three copies all are") {
    CHECK(dropped(cleaned({paragraph(kStory), paragraph(kMore), paragraph(kStory)})) ==
          "repeated: " + kStory + "\n");
    const std::string film = "Watch the film on our channel";
    const std::vector<Block> blocks = {paragraph(kStory), paragraph(film), paragraph(kMore),
                                       paragraph(film), paragraph(film)};
    CHECK(cleaned(blocks).dropped.empty());  // a clean text repeats what it means to
    std::vector<Block> page = {paragraph("Skip to content"), paragraph("Sign in"),
                               paragraph("Log in")};
    page.insert(page.end(), blocks.begin(), blocks.end());
    CHECK(cleaned(page).sections == std::vector<Section>{{"", {kStory, kMore}}});
}

TEST_CASE("cleaner: short lines and figures repeat honestly") {
    CHECK(cleaned({paragraph(kStory), paragraph("Yes, sir."), paragraph("Yes, sir."),
                   paragraph("1 2 3 4 5"), paragraph("1 2 3 4 5")})
              .dropped.empty());
}

TEST_CASE("cleaner: share bars, newsletter boxes and copyright lines say what they are") {
    CHECK(dropped(cleaned({paragraph("Share on Facebook"), paragraph(kStory),
                           paragraph("Advertisement"), paragraph(kMore),
                           paragraph("Get our newsletter delivered to your inbox."),
                           paragraph("© 2019 Harbor Wire. All rights reserved.")})) ==
          "share: Share on Facebook\npromotion: Advertisement\n"
          "promotion: Get our newsletter delivered to your inbox.\n"
          "footer: © 2019 Harbor Wire. All rights reserved.\n");
}

TEST_CASE("cleaner: a sentence about newsletters or sharing is kept") {
    CHECK(cleaned({paragraph(kStory),
                   paragraph("Share prices of the yard rose on Monday after the news."),
                   paragraph("“You can subscribe to our newsletter,” the minister said."),
                   paragraph(
                       "The frigate will stay in the dock for a year, until the pumps that were "
                       "ordered from the yard in Gdynia have come and are tried at sea. For more, "
                       "subscribe to our newsletter."),
                   paragraph(kMore)})
              .dropped.empty());
}

TEST_CASE("cleaner: headings and sentences with the words of cues are the story's") {
    const std::vector<Block> story = {paragraph(kStory),
                                      heading("Promoted to general"),
                                      paragraph(kMore),
                                      heading("Sponsored militias"),
                                      paragraph(kMore + " So it was."),
                                      paragraph("“We do not sell weapons to Russia.”"),
                                      paragraph("Names of the missing will not be published."),
                                      paragraph("Privacy policy was not followed, the IG found."),
                                      paragraph("Print this, sailor"),
                                      heading("YouTube evidence videos"),
                                      paragraph(kStory + " So it was.")};
    CHECK(cleaned(story).dropped.empty());
    CHECK(dropped(cleaned({paragraph(kStory), paragraph("Facebook Twitter LinkedIn"),
                           paragraph(kMore), paragraph("Sponsored content"),
                           paragraph("Print this page"), paragraph("Read our Privacy Policy"),
                           paragraph("Do not sell my personal information")})) ==
          "share: Facebook Twitter LinkedIn\npromotion: Sponsored content\n"
          "share: Print this page\nfooter: Read our Privacy Policy\n"
          "footer: Do not sell my personal information\n");
}

TEST_CASE("cleaner: the note on the author at the end goes") {
    ArticleHeader header;
    header.authors = {"Ada Long"};
    const std::string note = "Ada Long is a reporter in Norfolk who covers the Navy.";
    CHECK(
        dropped(cleaned(
            {paragraph(kStory), paragraph(kMore),
             paragraph("The yard has a thousand people who work there by day and night."),
             paragraph("It was built for the last fleet that the country had, and it is old now."),
             paragraph(note)},
            header)) == "author-note: " + note + "\n");
}

TEST_CASE("cleaner: a thread of comments goes from its heading to the end") {
    std::vector<Block> blocks = {paragraph(kStory), paragraph(kMore), paragraph("4 Comments")};
    for (const std::string name : {"Ada", "Jo", "Li", "Max"}) {
        blocks.push_back(paragraph(name + " says"));
        blocks.push_back(paragraph(
            "I have seen this yard, and it was not what the minister says that it is, by " + name));
        blocks.push_back(paragraph("Reply"));
    }
    CHECK(cleaned(blocks).sections == std::vector<Section>{{"", {kStory, kMore}}});
}

TEST_CASE("cleaner: people who say things are no comments") {
    CHECK(cleaned({paragraph(kStory), paragraph("Not so, Jo says"), paragraph(kMore),
                   paragraph("Reply")})
              .dropped.empty());
}

TEST_CASE("cleaner: an empty page is an empty article") {
    const Article article = cleaned({});
    CHECK(article.sections.empty());
    CHECK(article.dropped.empty());
}

TEST_CASE("cleaner: lines of a page's machinery go from a text that shows no other furniture") {
    CHECK(dropped(cleaned({paragraph("3 min read"), paragraph("Photo: Ada Long/Reuters"),
                           paragraph(kStory), paragraph(kMore), paragraph("Tags: navy, yards"),
                           paragraph("Your browser does not support the audio element."),
                           paragraph("Please enable JavaScript to view the comments."),
                           paragraph("You have 2 free articles left this month."),
                           paragraph("The post Yard opens appeared first on Harbor Wire.")})) ==
          "byline: 3 min read\n"
          "caption: Photo: Ada Long/Reuters\n"
          "footer: Tags: navy, yards\n"
          "navigation: Your browser does not support the audio element.\n"
          "navigation: Please enable JavaScript to view the comments.\n"
          "promotion: You have 2 free articles left this month.\n"
          "footer: The post Yard opens appeared first on Harbor Wire.\n");
}

TEST_CASE("cleaner: a story may speak of browsers, photos and tags") {
    CHECK(cleaned({paragraph(kStory), paragraph("Tags: what the sailors wear"),
                   paragraph("The photo by the minister's desk shows the yard."),
                   paragraph("Your browser does not support freedom, the minister said."),
                   paragraph(kMore)})
              .dropped.empty());
}

TEST_CASE("cleaner: sentences and headings that begin as a page's lines do are the story's") {
    ArticleHeader header;
    header.published = "2023-06-05";
    CHECK(dropped(cleaned({paragraph(kStory),
                           paragraph("The malware requires JavaScript to run in the victim's "
                                     "browser, and it waits there."),
                           paragraph("JavaScript is required for the exploit to work at all."),
                           heading("Updated 2025 National Defense Strategy"),
                           item("Published 2019 readiness data for the fleet"),
                           paragraph("Photo: the minister keeps one of each"),
                           paragraph("Photo by photo the yard went up"), paragraph(kMore)},
                          header)) == "");
}

TEST_CASE("cleaner: notes to the reader's browser, dates and credits go in their many forms") {
    ArticleHeader header;
    header.published = "2023-06-05";
    for (const std::string line :
         {"You need to enable JavaScript to run this app.", "JavaScript is disabled.",
          "JavaScript is required to view this page.", "This slideshow requires JavaScript.",
          "We're sorry but you will need to enable JavaScript to use this site.",
          "Updated on Mon, June 18, 2025 at 12:35 PM EDT", "Last updated: January 2025",
          "Published: 3 Dec. 2025", "Updated Dec 18, 2025 · 12 min read",
          "Photo: Courtesy of Ada Long / Harbor Wire", "Photo credit: harborwire.com",
          "Image credit: adalong via Flickr (license)", "Image: © Élodie Long, Getty Images",
          "(Photo by Ada Long via AP)"}) {
        CAPTURE(line);
        CHECK(cleaned({paragraph(kStory), paragraph(line), paragraph(kMore)}, header).body() ==
              kStory + "\n\n" + kMore);
    }
}
