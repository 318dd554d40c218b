#include "base/strings.hpp"
#include "indexer/clean/error_page.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

bool is_error(std::string title, std::string text, std::vector<DroppedText> dropped = {}) {
    Article article;
    article.dropped = std::move(dropped);
    article.header.title = std::move(title);
    article.story_words = count_words(text);
    if (!text.empty()) article.sections = {{"", {std::move(text)}}};
    return is_error_page(article);
}

const std::string kStory =
    "The minister opened a yard on Monday and said that it would build four ships over the next "
    "ten years for a fleet that has waited for them.";

}  // namespace

TEST_CASE("error page: what servers answer when there is no page") {
    CHECK(is_error("404 Not Found", ""));
    CHECK(is_error("Error 404 (Not Found)!!1", "The requested URL was not found on this server."));
    CHECK(is_error("Oops! Page not found", "Sorry, the page you are looking for is gone."));
    CHECK(is_error("503 Service Temporarily Unavailable", "nginx"));
    CHECK(is_error("404", "The page you asked for does not exist."));
    CHECK(is_error("Access Denied", "You don't have permission to access this on this server."));
}

TEST_CASE("error page: walls against robots and for subscribers") {
    CHECK(is_error("Just a moment...", "Enable JavaScript and cookies to continue. Ray ID: 8a1b"));
    CHECK(is_error("Are you a robot?", "To continue, let us know that you're not a robot."));
    CHECK(is_error("Subscribe to read", "Try unlimited access. Only $1 for 4 weeks."));
}

TEST_CASE("error page: a story about one is a story") {
    CHECK_FALSE(is_error("Page not found: how a 404 led to a leak", kStory));
    CHECK_FALSE(is_error("Access denied", kStory));
    CHECK_FALSE(is_error("404", kStory));
    std::string longer;
    for (int i = 0; i < 6; ++i) longer += kStory + " The server is back. ";
    CHECK_FALSE(is_error("Page not found", longer));
    CHECK_FALSE(is_error("Army buys 500 trucks", kStory));
    CHECK_FALSE(is_error("", kStory));
}

TEST_CASE("error page: what a site's footer says of itself does not cost a short story its place") {
    const std::string story = kStory + " The first of them is to be handed over next year.";
    for (const std::string footer :
         {"Subscribe to our newsletter", "Your browser is out of date.",
          "Contact the administrator of this site", "Lost? Is this the page you wanted?"}) {
        CAPTURE(footer);
        CHECK_FALSE(is_error("Access denied", story, {{footer, "footer"}}));
    }
    CHECK_FALSE(is_error("Access denied", "The minister was turned away.",
                         {{"Subscribe to our newsletter", "promotion"}}));
}

TEST_CASE("error page: what a server says counts where cleaning dropped it") {
    CHECK(is_error("Access denied", "Reference 18.2f", {{"Ray ID: 8a1b", "footer"}}));
    // What other documents taught to drop counts as the page's text, however much of it is left.
    CHECK(
        is_error("Page not found", kStory, {{"The page you are looking for is gone.", "learned"}}));
}
