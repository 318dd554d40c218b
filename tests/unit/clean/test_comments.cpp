// Threads of readers' comments on pages with markup; those of plain text are with the cleaner's.
#include "tests/unit/clean/story_page.hpp"

#include <string>

using namespace sitrep;

namespace {

std::string thread(int comments, const std::string& around, const std::string& each) {
    std::string out =
        "<section class=" + around + "><h3>" + std::to_string(comments) + " Comments</h3>";
    for (int i = 0; i < comments; ++i) {
        out += "<div class=" + each + "><span>User" + std::to_string(i) +
               "</span> <span>2 hours ago</span><p>I saw this yard in the spring of that year, and "
               "it was not at all what the minister says that it is, number " +
               std::to_string(i) + ".</p><a href=#>Reply</a><a href=#>Share</a></div>";
    }
    return out + "</section>";
}

}  // namespace

TEST_CASE("comments: a thread goes, whatever its elements are called, and however long") {
    for (const int comments : {6, 40}) {
        for (const char* name : {"conv", "comments", "viafoura"}) {
            const Article article = article_of(
                kMenu + "<main><article><h1>Minister opens yard</h1><div class=entry-content>" +
                paragraphs() + "</div></article>" + thread(comments, name, "c-post") +
                "</main><footer><p>Copyright 2025 Harbor Wire</p></footer>");
            check_whole_story(article);
            CHECK(article.body().find("saw this yard") == std::string::npos);
        }
    }
}

TEST_CASE("comments: a story in a container named for them stays") {
    check_whole_story(article_of(kMenu + "<h1>Minister opens yard</h1><div class=comments-open>" +
                                 paragraphs() + "</div>"));
}
