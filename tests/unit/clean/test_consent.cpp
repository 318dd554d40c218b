#include "indexer/clean/cleaner.hpp"
#include "indexer/clean/reason.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sitrep;

namespace {

Block paragraph(std::string text) { return {BlockKind::Paragraph, std::move(text), 0, false}; }

const std::string kStory =
    "The agency told its offices on Tuesday that an intruder had read the mail of four of them "
    "since the "
    "spring, and that it had closed the hole by which he came.";
const std::string kBanner =
    "We use cookies to see how you use this site. You may opt out of advertising cookies in the "
    "settings "
    "of your browser, or change your preferences here.";
const std::string kSecondBanner =
    "Your consent lets our partners store cookies on your device and personalise the advertising "
    "that "
    "you see on other sites.";

std::vector<std::string> kept(std::vector<Block> blocks) {
    const Article article = clean({{}, std::move(blocks)});
    CHECK(std::all_of(article.dropped.begin(), article.dropped.end(),
                      [](const DroppedText& d) { return d.reason == reason::kConsent; }));
    std::vector<std::string> out;
    for (const Section& section : article.sections) {
        if (!section.heading.empty()) out.push_back(section.heading);
        out.insert(out.end(), section.paragraphs.begin(), section.paragraphs.end());
    }
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("consent: a banner goes, wherever it stands") {
    CHECK(kept({paragraph(kBanner), paragraph(kStory)}) == Texts{kStory});
    CHECK(kept({paragraph(kStory), paragraph(kBanner)}) == Texts{kStory});
}

TEST_CASE("consent: a run behind the body takes the lines between and all after it") {
    CHECK(kept({paragraph(kStory),
                paragraph("X"),
                paragraph(kBanner),
                paragraph("Save"),
                {BlockKind::Heading, "Functional Cookies", 0, false},
                paragraph(kSecondBanner),
                paragraph("Close"),
                paragraph("These help the site to remember what was chosen on the last visit by a "
                          "reader.")}) == Texts{kStory});
}

TEST_CASE("consent: the buttons below a notice of one line go with it") {
    const std::string notice = "We use cookies to improve your visit.";
    CHECK(kept({paragraph(notice), paragraph("Accept"), paragraph("Reject all"),
                paragraph(kStory)}) == Texts{kStory});
    CHECK(kept({paragraph(kStory), paragraph(notice), paragraph("Manage options"),
                paragraph("OK")}) == Texts{kStory});
    CHECK(kept({paragraph("Accept"), paragraph(kStory)}) == Texts{"Accept", kStory});
}

TEST_CASE("consent: what a manager says over and over is no story, and so all of it goes") {
    std::vector<Block> blocks = {paragraph(kStory)};
    for (int copy = 0; copy < 4; ++copy) {
        for (const char* text : {kBanner.c_str(), kSecondBanner.c_str(), "On Off",
                                 "We count our readers by them: which page each of them came from, "
                                 "how far down it was read, and where they gave up on the story "
                                 "that they had opened, so that more of them stay to the end."})
            blocks.push_back(paragraph(text));
    }
    CHECK(kept(blocks) == Texts{kStory});
}

TEST_CASE("consent: a story on security keeps its talk of privacy and personal data") {
    const Texts story = {
        kStory,
        "The intruder may have seen personal data, and the law on privacy asks that staff be told.",
        "“We take the privacy of your personal information seriously,” the director said.",
        "Cookies stolen from a browser let him in without a password.",
        "The bill would make firms ask for consent before tracking people on third-party sites."};
    std::vector<Block> blocks;
    for (const std::string& text : story) blocks.push_back(paragraph(text));
    CHECK(kept(blocks) == story);
}

TEST_CASE("consent: one sentence on cookies goes, a story about them stays") {
    const std::string notice =
        "This website uses cookies to improve your experience. We will assume you are ok with "
        "this.";
    CHECK(kept({paragraph(kStory), paragraph(notice)}) == Texts{kStory});
    CHECK(kept({paragraph(kStory),
                paragraph("By continuing to browse you agree to our use of cookies.")}) ==
          Texts{kStory});
    const std::string report = "The implant uses cookies that it finds in the browser of its host.";
    CHECK(kept({paragraph(kStory), paragraph(report)}) == Texts{kStory, report});
}

TEST_CASE("consent: the purposes go that the framework of the trade words for all banners") {
    // Short ones of them name no cookies and speak to nobody.
    CHECK(kept({paragraph("Precise geolocation data, and identification through device scanning"),
                paragraph("Precise geolocation and information about device characteristics can be "
                          "used."),
                paragraph("Personalised advertising and content, advertising and content "
                          "measurement, audience research and services development"),
                paragraph(kStory), paragraph(kStory + " It said so."),
                paragraph("Ensure security, prevent and detect fraud, and fix errors")}) ==
          Texts{kStory, kStory + " It said so."});
    const std::string told =
        "\"They sold precise geolocation data of our soldiers,\" the senator said on Tuesday in a "
        "hearing on the bases.";
    const std::string meant =
        "The money is meant to develop and improve services for veterans and their families.";
    CHECK(kept({paragraph(kStory), paragraph(told), paragraph(meant)}) ==
          Texts{kStory, told, meant});
}
