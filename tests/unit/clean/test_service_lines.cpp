#include "tests/unit/clean/story_page.hpp"

#include <string>

using namespace sitrep;

namespace {

Article article_with(const std::string& lines) {
    return article_of(kMenu +
                      "<main><article><h1>Minister opens yard</h1><p class=byline>By Ada Long</p>"
                      "<div class=entry-content>" +
                      paragraphs() + lines + "</div></article></main>");
}

}  // namespace

TEST_CASE("service lines: a newsroom's own lines go from among the paragraphs") {
    for (const char* line :
         {"(Reporting by Jo Marsh; Editing by Li Fox)",
          "Our Standards: The Thomson Reuters Trust "
          "Principles.",
          "Jo Marsh contributed to this report.",
          "Have a tip? Email us at tips@harborwire.example.",
          "Follow Ada Long on Twitter @adalong.",
          "Sign up for the Night Watch Brief, a daily roundup of all the news about the sea "
          "and "
          "the yards.",
          "Video Player is loading.", "This is a modal window.", "Scroll to continue with content",
          "Support the yards' own paper. Become a member today.",
          "This audio is auto-generated. Please let us know if you have feedback.",
          "Ada Long is a reporter at Harbor Wire who covers shipbuilding."}) {
        const Article article = article_with("<p>" + std::string(line) + "</p>");
        check_whole_story(article);
        CHECK(reason_of(article, line) != "kept");
    }
}

TEST_CASE("service lines: sentences with their words stay") {
    for (const char* line :
         {"Reporting by the inspectors was late, and so was the yard's answer to the ministry.",
          "Follow the money, and it leads to a yard on X Street, the report has it.",
          "Three other yards contributed to this report's delay, which nobody had wanted.",
          "Sign up for the reserve, the minister said, and you will see the world and the sea."}) {
        const Article article = article_with("<p>" + std::string(line) + "</p>" + "<p>" +
                                             kStory[0] + " So it was.</p>");
        CHECK(reason_of(article, line) == "kept");
    }
}
