#include "model/article.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("article: body joins headings and paragraphs by blank lines") {
    Article article;
    article.header.title = "Not repeated";
    article.sections = {{"", {"Lead.", "Second."}}, {"Cyber", {"Text.", "• Item"}}};
    CHECK(article.body() == "Lead.\n\nSecond.\n\nCyber\n\nText.\n\n• Item");
}
