#include "indexer/extract/html_roles.hpp"
#include "indexer/extract/readability.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

namespace {

const std::string kLong =
    "The minister opened a yard on Monday, and said that it would build four ships over the next "
    "ten years, for a fleet that has waited for them since the last review of the coast guard.";

/// The id of the element that each candidate chooses; "" for none.
struct Chosen {
    std::string named, densest, readable;
};

Chosen chosen(const std::string& body) {
    const HtmlTree tree = HtmlTree::parse("<body>" + body + "</body>");
    const HtmlRoles roles = html_roles(tree);
    const auto id = [&tree](std::size_t node) { return std::string(tree.attribute(node, "id")); };
    return {id(roles.named), id(roles.densest), id(readable_element(tree, roles))};
}

std::string paragraphs(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += "<p>" + kLong + "</p>";
    return out;
}

}  // namespace

TEST_CASE("candidates: the container by its name, where it holds half of the running text") {
    CHECK(chosen("<div id=x>" + paragraphs(1) + "</div><div id=y class=entry-content>" +
                 paragraphs(3) + "</div>")
              .named == "y");
    CHECK(chosen("<div id=x>" + paragraphs(3) + "</div><div id=y class=entry-content>" +
                 paragraphs(1) + "</div>")
              .named.empty());
}

TEST_CASE("candidates: itemprop before class, class before tag") {
    CHECK(chosen("<main id=m><article id=a><div id=c class=post-content><div id=i "
                 "itemprop=articleBody>" +
                 paragraphs(4) + "</div></div></article></main>")
              .named == "i");
    CHECK(chosen("<main id=m><article id=a>" + paragraphs(4) + "</article></main>").named == "a");
}

TEST_CASE("candidates: without a name, the deepest element that holds nearly all running text") {
    const Chosen by =
        chosen("<div id=x><div id=y>" + paragraphs(8) + "</div><p>" + kLong + "</p></div>");
    CHECK(by.named.empty());
    CHECK(by.densest == "y");
}

TEST_CASE("candidates: Readability chooses where paragraphs with commas stand together") {
    CHECK(chosen("<div id=x>" + paragraphs(1) + "</div><div id=y>" + paragraphs(5) + "</div>")
              .readable == "y");
}

TEST_CASE("candidates: links earn nothing") {
    std::string links;
    for (int i = 0; i < 9; ++i) links += "<p><a href=x>" + kLong + "</a></p>";
    CHECK(chosen("<div id=x>" + links + "</div><div id=y>" + paragraphs(3) + "</div>").readable ==
          "y");
}

TEST_CASE("candidates: text straight in a container counts as a paragraph") {
    CHECK(chosen("<div id=x><div id=y>" + kLong + "<br><br>" + kLong + "</div></div>").readable ==
          "y");
}

TEST_CASE("candidates: a page without running text has none") {
    const Chosen by = chosen("<article id=a>Short.</article>");
    CHECK(by.named.empty());
    CHECK(by.readable.empty());
}
