#include "candidates.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using test::chosen;
using test::paragraphs;

TEST_CASE("readability: chooses where paragraphs with commas stand together") {
    CHECK(chosen("<div id=x>" + paragraphs(1) + "</div><div id=y>" + paragraphs(5) + "</div>")
              .readable == "y");
}

TEST_CASE("readability: links earn nothing") {
    std::string links;
    for (int i = 0; i < 9; ++i) links += "<p><a href=x>" + test::kLong + "</a></p>";
    CHECK(chosen("<div id=x>" + links + "</div><div id=y>" + paragraphs(3) + "</div>").readable ==
          "y");
}

TEST_CASE("readability: text straight in a container counts as a paragraph") {
    CHECK(chosen("<div id=x><div id=y>" + test::kLong + "<br><br>" + test::kLong + "</div></div>")
              .readable == "y");
}

TEST_CASE("readability: a page without running text has no choice") {
    CHECK(chosen("<article id=a>Short.</article>").readable.empty());
}
