#include "tests/unit/clean/story_page.hpp"

#include <string>
#include <string_view>

using namespace sitrep;

TEST_CASE("story company: a lead before the story's container and what goes on behind it stay") {
    const std::string lead = "<p class=lead>" + kStory[0] + "</p><div class=entry-content><p>" +
                             kStory[1] + "</p><p>" + kStory[2] + "</p><p>" + kStory[3] +
                             "</p></div><div class=more-text><p>" + kStory[4] + "</p></div>";
    const std::string tail =
        "<section class=related><h2>Related stories</h2><ul><li><a href=x>Frigate launched in "
        "spring</a></li></ul></section><footer><p>Copyright 2025 Harbor Wire</p></footer>";
    for (const auto* element : {"article", "div"}) {
        const Article article = article_of(kMenu + "<" + element +
                                           "><h1>Minister opens yard</h1><p class=byline>By Ada "
                                           "Long</p>" +
                                           lead + "</" + element + ">" + tail);
        check_whole_story(article);
        CHECK(reason_of(article, "Frigate launched") == "related");
    }
}

TEST_CASE("story company: paragraphs each in a box of its own are one story") {
    std::string boxes;
    for (const std::string& text : kStory) {
        boxes +=
            "<section class=elementor-section><div class='elementor-widget "
            "elementor-widget-text-editor'><div class=elementor-widget-container><p>" +
            text + "</p></div></div></section>";
    }
    check_whole_story(
        article_of(kMenu + "<div class=elementor><h1>Minister opens yard</h1>" + boxes + "</div>"));
}

TEST_CASE("story company: what ends a story stays, be it no running text") {
    const std::string ends[] = {
        "<table><tr><th>Ship</th><th>Hull</th><th>Cost</th></tr><tr><td>Falcon</td><td>F-12</td>"
        "<td>1.3 billion</td></tr><tr><td>Heron</td><td>F-13</td><td>1.1 billion</td></tr>"
        "</table>",
        "<p><em>Correction: The hull number is F-12.</em></p>",
        "<h2>Specifications</h2><dl><dt>Range</dt><dd>900 miles</dd><dt>Speed</dt><dd>22 knots</dd>"
        "</dl>",
        "<h2>Notes</h2><ol><li>Ada Long, Yards of the coast, Harbor Press, 2023, p. 12.</li>"
        "<li>Remarks at the yard, Dec. 2, 2023.</li></ol>"};
    const std::string page = kMenu +
                             "<main><article><h1>Minister opens yard</h1><div "
                             "class=entry-content>" +
                             paragraphs();
    for (const std::string& end : ends) {
        const Article article = article_of(page + end +
                                           "</div></article></main><footer><p>© 2024 "
                                           "Harbor Wire</p></footer>");
        for (const char* text :
             {"Ship | Hull", "Correction", "Range", "22 knots", "Dec. 2, 2023"}) {
            if (end.find(std::string_view(text).substr(0, 4)) != std::string::npos)
                CHECK(reason_of(article, text) == "kept");
        }
    }
}

TEST_CASE("story company: the menu of a page that a table lays out does not stay") {
    std::string story;
    for (const std::string& text : kStory) story += text + "<br><br>";
    const Article article = article_of(
        "<table><tr><td colspan=2>Minister opens yard</td></tr><tr><td><a href=/t>Tugs</a><br>"
        "<a href=/g>Docks</a><br><a href=/r>Rivers</a><br><a href=/l>Links</a><br>"
        "<a href=/b>Guestbook</a></td><td>posted 17 November 2014<br><br>" +
        story + "</td></tr></table>");
    check_whole_story(article);
    CHECK(reason_of(article, "Guestbook") != "kept");
}
