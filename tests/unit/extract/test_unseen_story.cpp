// Pages whose scripts would have shown the story, in the forms in which sites keep it.
#include "page_of.hpp"

#include <nlohmann/json.hpp>

using namespace sitrep;
using nlohmann::json;
using sitrep::test::outline;
using sitrep::test::page_of;

namespace {

const std::string kFirst =
    "The yard at Kiel will build two boats for the navy, the ministry said on Monday, and both of "
    "them are to be ready before the old ones leave the fleet in the spring of next year.";
const std::string kSecond =
    "Crews trained for the new boats on a simulator ashore for four months, and the first of them "
    "went to sea last week with engineers who still had to mend its pumps.";
const std::string kLast =
    "Parliament has to agree to the money for a third boat before the summer, which the yard says "
    "is the last day on which it could keep the price of the two others.";
const std::string kStory = kFirst + "\n" + kSecond + "\nA third\n" + kLast + "\n";
const std::string kWithHeading = kFirst + "\n" + kSecond + "\n# A third\n" + kLast + "\n";
const std::string kLegal =
    "<div><p>River Post is published by River Media Ltd, which is registered in England and Wales "
    "under the number 0123456, at 1 Quay Street, Portsmouth.</p></div>";
const std::string kTitle = "Kiel yard builds two boats";

/// The kept blocks of a page with that headline and body.
std::string story_of(const std::string& body) {
    const ExtractedPage page =
        page_of(Format::Html, "<html><head><title>" + kTitle +
                                  " | River Post</title></head><body>" + body + "</body></html>");
    std::vector<Block> kept;
    for (const Block& block : page.blocks) {
        if (!block.furniture) kept.push_back(block);
    }
    return outline(kept);
}

std::string script(const std::string& code) { return "<div></div><script>" + code + "</script>"; }

std::string json_ld(const std::string& headline) {
    const json article = {
        {"@type", "NewsArticle"}, {"headline", headline}, {"articleBody", kStory}};
    return "<script type=\"application/ld+json\">" + article.dump() + "</script>";
}

json texts(const char* type, const char* key) {
    json list = json::array();
    for (const std::string& text : {kFirst, kSecond, kLast})
        list.push_back({{"type", type}, {key, text}});
    list.insert(list.begin() + 2, json{{"type", "header"}, {key, "A third"}});
    return list;
}

/// A tree of rich text: paragraphs under `inner`, the second one in three parts.
json rich_text(const char* type_key, const char* inner, const char* text_key) {
    const auto leaf = [&](const std::string& text) {
        return json{{type_key, "text"}, {text_key, text}};
    };
    const auto part = [&](const char* type, json held) {
        return json{{type_key, type}, {inner, std::move(held)}};
    };
    const std::string_view second = kSecond;
    json marked = json::array();
    marked.push_back(leaf(std::string(second.substr(0, 20))));
    marked.push_back(part("hyperlink", {leaf(std::string(second.substr(20, 10)))}));
    marked.push_back(leaf(std::string(second.substr(30))));
    return part("document",
                {part("paragraph", {leaf(kFirst)}), part("paragraph", marked),
                 part("heading-2", {leaf("A third")}), part("embedded-asset", json::array()),
                 part("paragraph", {leaf(kLast)})});
}

}  // namespace

TEST_CASE("unseen story: a legal or a cookie sentence beside it is not the page's story") {
    CHECK(story_of(json_ld(kTitle) + kLegal) == kStory);
    CHECK(story_of(json_ld("Another headline of it") + kLegal) == kStory);
    CHECK(story_of(json_ld(kTitle) + kLegal +
                   "<p>We and our partners use cookies to personalise what you see on this site, "
                   "and you may take your consent back whenever you like.</p>") == kStory);
}

TEST_CASE("unseen story: what the page shows at some length stays") {
    const std::string shown = "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kLast + "</p>";
    CHECK(story_of(json_ld(kTitle) + shown) == kFirst + "\n" + kSecond + "\n" + kLast + "\n");
    const std::string brief =
        "The army of the north will leave its barracks at the river for good in the autumn, and "
        "the town has not said what it will do with the place, in which six hundred soldiers "
        "and their families have lived since the war.";
    CHECK(story_of(json_ld(kTitle) + "<p>" + brief + "</p><p>" + brief + "</p>") ==
          brief + "\n" + brief + "\n");
    // Only the beginning is free to read.
    CHECK(story_of(json_ld(kTitle) + "<p>" + kFirst + "</p>" + kLegal) == kStory);
}

TEST_CASE("unseen story: state that a script assigns to a name") {
    const json arc = {{"headlines", {{"basic", kTitle}}},
                      {"content_elements", texts("text", "content")},
                      {"related", {{{"title", "No"}, {"content", kFirst + kFirst + kFirst}}}}};
    CHECK(story_of(script("window.Fusion=window.Fusion||{};Fusion.globalContent=" + arc.dump() +
                          ";Fusion.x={\"a\":1};") +
                   kLegal) == kWithHeading);
    // As JavaScript has it, not all of it JSON.
    std::string code = "window.__INITIAL_STATE__ = " + arc.dump() + ";";
    code.replace(code.find("{\"content"), 1, "{\"none\":undefined,");
    CHECK(story_of(script(code)) == kWithHeading);
    const std::string packed =
        json(json{{"post",
                   {{"title", kTitle}, {"body_html", "<p>" + kFirst + "</p><p>" + kLast + "</p>"}}}}
                 .dump())
            .dump();
    CHECK(story_of(script("window._preloads        = JSON.parse(" + packed + ")")) ==
          kFirst + "\n" + kLast + "\n");
}

TEST_CASE("unseen story: trees of rich text, each paragraph in one piece") {
    for (const json& tree :
         {rich_text("nodeType", "content", "value"), rich_text("type", "content", "text"),
          rich_text("type", "children", "text"), rich_text("_type", "children", "text")}) {
        const json state = {
            {"props", {{"article", {{"title", kTitle}, {"body", {{"json", tree}}}}}}}};
        CHECK(story_of("<script type=\"application/json\">" + state.dump() + "</script>") ==
              kWithHeading);
    }
}

TEST_CASE("unseen story: the page's own article comes before a longer one in its data") {
    const json other = {{"title", "Another headline altogether"},
                        {"url", "/other"},
                        {"body", "<p>" + kLast + "</p><p>" + kLast + " " + kLast + "</p>"}};
    const json own = {{"title", kTitle}, {"body", "<p>" + kFirst + "</p><p>" + kSecond + "</p>"}};
    const json state = {{"articles", {other, own}}};
    CHECK(story_of(script("window.DATA = " + state.dump())) == kFirst + "\n" + kSecond + "\n");
}

TEST_CASE("unseen story: React's server components, in pieces") {
    const auto element = [](const char* tag, json held) {
        return json{"$", tag, nullptr, {{"children", std::move(held)}}};
    };
    const json tree = element(
        "main",
        {element("nav", {element("a", "Fleet")}),
         element("article", {element("p", kFirst),
                             element("p", {"Of ", element("b", "$$5"), " million. " + kSecond}),
                             element("h2", "A third"), element("p", kLast)})});
    const std::string row = "0:" + tree.dump() + "\n";
    const std::string pushes = "self.__next_f.push([1," + json(row.substr(0, 200)).dump() +
                               "])</script><script>" + "self.__next_f.push([1," +
                               json(row.substr(200)).dump() + "])";
    CHECK(story_of(script(pushes)) ==
          kFirst + "\nOf $5 million. " + kSecond + "\n# A third\n" + kLast + "\n");
    const std::string html = "<p>" + kFirst + "</p><p>" + kSecond + "</p>";
    const std::string text_row =
        "1:T2" + std::string("  ") + ",x\n" + "2:" +
        json{"$", "div", nullptr, {{"dangerouslySetInnerHTML", {{"__html", "$1a"}}}}}.dump() +
        "\n1a:T";
    char size[16];
    std::snprintf(size, sizeof size, "%zx", html.size());
    CHECK(story_of(script("self.__next_f.push([1," +
                          json(text_row + size + "," + html + "3:null\n").dump() + "])")) ==
          kFirst + "\n" + kSecond + "\n");
}

TEST_CASE("unseen story: tables whose values name one another") {
    const json nuxt = {{"ShallowReactive", 1},
                       {{"data", 2}},
                       {{"title", 3}, {"body", 4}},
                       kTitle,
                       {5, 7, 9, 5},
                       {{"type", 6}, {"text", 10}},
                       "paragraph",
                       {{"type", 6}, {"text", 8}},
                       kSecond,
                       {{"type", 6}, {"text", 11}},
                       kFirst,
                       kLast};
    CHECK(story_of("<script type=\"application/json\" id=\"__NUXT_DATA__\">" + nuxt.dump() +
                   "</script>") == kFirst + "\n" + kSecond + "\n" + kLast + "\n");
    const json apollo = {
        {"ROOT_QUERY", {{"post", {{"__ref", "Post:1"}}}}},
        {"Post:1",
         {{"title", kTitle},
          {"content",
           {{"paragraphs", {{{"__ref", "P:2"}}, {{"__ref", "P:10"}}, {{"__ref", "P:1"}}}}}},
          {"self", {{"__ref", "Post:1"}}}}},
        {"P:1", {{"type", "P"}, {"text", kLast}}},
        {"P:10", {{"type", "P"}, {"text", kSecond}}},
        {"P:2", {{"type", "P"}, {"text", kFirst}}}};
    CHECK(story_of(script("window.__APOLLO_STATE__ = " + apollo.dump())) ==
          kFirst + "\n" + kSecond + "\n" + kLast + "\n");
}

TEST_CASE("unseen story: code that is no data, and data that is cut off, tell nothing") {
    std::string code;
    for (int i = 0; i < 2000; ++i) code += "x={\"a\":[f(\"";
    CHECK(story_of(script(code) + "<p>Loading</p>") == "Loading\n");
    CHECK(story_of(script("a={b:\"" + kFirst + kSecond + kLast + "\"}")).empty());
}
