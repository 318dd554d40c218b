#include "query/article_line.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("article line: title, deck, language and the paragraphs of each section are read") {
    const Result<Article> article = parse_article_line(
        R"({"title":"T","deck":"D","language":"fr","published":null,"body":"not this",)"
        R"("sections":[{"heading":"","text":"One.\n\nTwo."},{"heading":"H","text":""}]})");
    REQUIRE(article);
    CHECK(article->header.title == "T");
    CHECK(article->header.deck == "D");
    CHECK(article->header.language == "fr");
    REQUIRE(article->sections.size() == 2);
    CHECK(article->sections[0].paragraphs == std::vector<std::string>{"One.", "Two."});
    CHECK(article->sections[1] == Section{"H", {}});
}

TEST_CASE("article line: without sections the body is the text") {
    const Result<Article> article = parse_article_line(R"({"body":"One.\n\nTwo."})");
    REQUIRE(article);
    CHECK(article->body() == "One.\n\nTwo.");
}

TEST_CASE("article line: what is no article is refused, and the message says why") {
    const auto trouble = [](std::string_view line) {
        const Result<Article> article = parse_article_line(line);
        REQUIRE(!article);
        CHECK(article.error().code == ErrorCode::Usage);
        return article.error().message;
    };
    CHECK(trouble("") == "the article is no JSON from byte 1 on");
    CHECK(trouble("{\"title\":\"a\"}\n{\"title\":\"b\"}\n") ==
          "the article is no JSON from byte 15 on");
    CHECK(trouble(R"({"title":"x","n":1e999})") == "the article is no JSON");
    CHECK(trouble("[1]") == "the article is no JSON object");
    CHECK(trouble(R"({"title":1})") == R"(the article's "title" is no string)");
    CHECK(trouble(R"({"sections":"a"})") == R"(the article's "sections" is no list)");
    CHECK(trouble(R"({"sections":["a"]})") ==
          R"(the article's "sections" holds what is no object)");
    CHECK(trouble(R"({"title":"","sections":[]})") ==
          "the article has no title, no body and no sections");
}

TEST_CASE("article line: members nested without end are passed over") {
    const std::string deep =
        R"({"title":"T","x":)" + std::string(200'000, '[') + std::string(200'000, ']') + "}";
    const Result<Article> article = parse_article_line(deep);
    REQUIRE(article);
    CHECK(article->header.title == "T");
}
