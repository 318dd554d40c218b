#include "model/article.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("article: body joins headings and paragraphs by blank lines") {
    Article article;
    article.header.title = "Not repeated";
    article.sections = {{"", {"Lead.", "Second."}}, {"Cyber", {"Text.", "• Item"}}};
    CHECK(article.body() == "Lead.\n\nSecond.\n\nCyber\n\nText.\n\n• Item");
}

TEST_CASE("origin: names the record inside its file") {
    CHECK(Origin{"a.txt", std::nullopt}.text() == "a.txt");
    CHECK(Origin{"a.jsonl", 3}.text() == "a.jsonl#3");
}
