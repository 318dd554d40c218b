// Pages as the HTML reader gives them, judged by place.
#include "indexer/clean/block_classifier.hpp"
#include "indexer/clean/block_vector.hpp"
#include "tests/unit/clean/story_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace sitrep;

TEST_CASE("story_judge: the story stays, what stands around it goes with its reason") {
    const Article article = article_of(
        kMenu +
        "<article><h1>Minister opens yard</h1><div class=share-bar><a href=f>Facebook</a>"
        "</div><div class=entry-content>" +
        paragraphs() +
        "</div></article><aside class=related><h3>Related</h3><ul><li><a href=x>Frigate launched "
        "in spring</a></li><li><a href=y>Coast guard wants more</a></li></ul></aside>"
        "<footer><p>Copyright 2025 Harbor Wire</p></footer>");
    check_whole_story(article);
    CHECK(reason_of(article, "Opinion") == "navigation");
    CHECK(reason_of(article, "Facebook") == "share");
    CHECK(reason_of(article, "Frigate launched") == "related");
    CHECK(reason_of(article, "Copyright 2025") == "footer");
}

TEST_CASE("story_judge: a page without any names or landmarks keeps its story") {
    check_whole_story(article_of("<div><div><a href=/>Home</a> <a href=/n>News</a></div><div>" +
                                 paragraphs() + "</div></div>"));
    std::string loose;
    for (const std::string& text : kStory) loose += text + "<br><br>";
    check_whole_story(
        article_of("<table><tr><td><a href=/>Home</a></td><td>" + loose + "</td></tr></table>"));
}

TEST_CASE("story_judge: a page that is all story loses nothing") {
    const Article article = article_of("<h2>Costs</h2>" + paragraphs());
    check_whole_story(article);
}

TEST_CASE("story_judge: a story without spaces between its words is one") {
    const std::string text =
        "<p>美国海军一艘驱逐舰周二穿越台湾海峡，第七舰队在声明中说，这次航行符合国际法。</p>"
        "<p>北京方面对此表示强烈不满，外交部发言人在例行记者会上说，中方全程跟踪监视了该舰。</p>"
        "<p>分析人士认为，双方军事沟通渠道恢复后，类似事件的风险有所下降，但并未消失。</p>"
        "<p>台北的国防部门说，当时海峡两岸情况正常，没有发现异常动态，民众不必担心。</p>";
    const Article article = article_of("<div class=content><h1>美舰</h1>" + text + "</div>");
    REQUIRE(article.sections.size() == 1);
    CHECK(article.sections.front().paragraphs.size() == 4);
}

TEST_CASE("story_judge: names that lie do not cost the story") {
    check_whole_story(article_of(kMenu + "<div class='sidebar related newsletter comments'>" +
                                 paragraphs() + "</div>"));
}

TEST_CASE("block_vector: a row for each block, a name for each column, and only numbers") {
    const Result<ExtractedPage> page = read_html("<body>" + kMenu + paragraphs() + "</body>");
    REQUIRE(page.has_value());
    const std::vector<BlockFeatures> features = block_features(page->blocks);
    const PageView view{page->header, page->blocks, features};
    BlockRows rows(view);
    const std::vector<std::string> names = BlockRows::columns();
    CHECK(names.size() == tree_columns());
    CHECK(std::count(names.begin(), names.end(), "group1_links") == 1);
    for (std::size_t i = 0; i < page->blocks.size(); ++i) {
        const std::vector<float>& row = rows.row(i);
        CHECK(row.size() == names.size());
        CHECK(std::all_of(row.begin(), row.end(),
                          [](float value) { return value < 1e6F && value > -1e6F; }));
    }
}

TEST_CASE("block_classifier: running text is likelier than a menu") {
    const Result<ExtractedPage> page =
        read_html("<body>" + kMenu + "<article>" + paragraphs() + "</article></body>");
    REQUIRE(page.has_value());
    const std::vector<BlockFeatures> features = block_features(page->blocks);
    const std::vector<float> odds = story_odds({page->header, page->blocks, features});
    REQUIRE(odds.size() == 8);
    CHECK(odds[0] < 0);
    CHECK(odds[5] > 0);
}

TEST_CASE("story judge: lines that a site's software writes go, each with its reason") {
    const std::string body =
        "<main><h1>Minister opens yard</h1><p>3 min read</p>" + paragraphs() +
        "<p>Your browser does not support the video tag.</p><p>Photo: Ada Long / Harbor Wire</p>"
        "<p>The post <a>Minister opens yard</a> appeared first on <a>Harbor Wire</a>.</p>"
        "<p>Topics: <a>Navy</a>, <a>Yards</a></p><p>You have 3 free articles left this month.</p>"
        "<p>Please enable JavaScript to view the comments.</p>"
        "<p>We use cookies to give you the best experience.</p><p>Accept</p><p>Reject all</p>"
        "</main>";
    const Article article = article_of(body);
    std::string kept;
    for (const std::string& text : kStory) kept += (kept.empty() ? "" : "\n\n") + text;
    CHECK(article.body() == kept);
    const auto reason_of = [&article](const std::string& begin) -> std::string {
        for (const DroppedText& d : article.dropped) {
            if (d.text.starts_with(begin)) return d.reason;
        }
        return {};
    };
    CHECK(reason_of("3 min read") == "byline");
    CHECK(reason_of("Your browser") == "navigation");
    CHECK(reason_of("Photo:") == "caption");
    CHECK(reason_of("The post") == "footer");
    CHECK(reason_of("You have") == "promotion");
    CHECK(reason_of("Reject all") == "consent");
}

TEST_CASE("story judge: sentences with the words of such lines are the story's") {
    const std::string text = "Photo interpreters read it in 3 minutes, the post said.";
    CHECK(article_of("<main><h1>Minister opens yard</h1>" + paragraphs() + "<p>" + text + "</p>" +
                     paragraphs() + "</main>")
              .body()
              .find(text) != std::string::npos);
}

TEST_CASE("story judge: lines that date the page go where the header has the day") {
    const std::string body =
        "<main><h1>Minister opens yard</h1><p>Published June 5, 2023</p>"
        "<p>Last updated on June 6, 2023</p>" +
        paragraphs() + "</main>";
    const Article article = article_of(body);
    CHECK(article.header.published == "2023-06-05");
    CHECK(article.header.modified == "2023-06-06");
    CHECK(article.body().starts_with(kStory[0]));
}
