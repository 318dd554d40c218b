#include "candidates.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using test::Chosen;
using test::chosen;
using test::paragraphs;

TEST_CASE("html roles: the container by its name, where it holds half of the running text") {
    CHECK(chosen("<div id=x>" + paragraphs(1) + "</div><div id=y class=entry-content>" +
                 paragraphs(3) + "</div>")
              .named == "y");
    CHECK(chosen("<div id=x>" + paragraphs(3) + "</div><div id=y class=entry-content>" +
                 paragraphs(1) + "</div>")
              .named.empty());
}

TEST_CASE("html roles: itemprop before class, class before tag") {
    CHECK(chosen("<main id=m><article id=a><div id=c class=post-content><div id=i "
                 "itemprop=articleBody>" +
                 paragraphs(4) + "</div></div></article></main>")
              .named == "i");
    CHECK(chosen("<main id=m><article id=a>" + paragraphs(4) + "</article></main>").named == "a");
}

TEST_CASE("html roles: without a name, the deepest element that holds nearly all running text") {
    const Chosen by =
        chosen("<div id=x><div id=y>" + paragraphs(8) + "</div><p>" + test::kLong + "</p></div>");
    CHECK(by.named.empty());
    CHECK(by.densest == "y");
}

TEST_CASE("html roles: a page without running text has no named container") {
    CHECK(chosen("<article id=a>Short.</article>").named.empty());
}
