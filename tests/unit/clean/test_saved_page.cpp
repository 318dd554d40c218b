// Extraction and cleaning together, on a page saved with all its furniture.
#include "indexer/clean/cleaner.hpp"
#include "indexer/extract/extractor.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

namespace {

const std::string kPage = R"(Skip to content

Home

News

Fleet

Weather

Sign in

Subscribe

Search

Navy tests a new radar on two ships

Share on Facebook

Copy link

The Navy said on Monday that it had tested a new radar on two of its ships, and that both of them had seen all of the targets that were flown at them from the coast.

The radar

It is smaller than the one before it and needs half of the power, which the older ships of the fleet could not have given to a larger one for long.

  • range
  • weight

The Navy will now decide how many of them it wants to buy, and for which of its ships, before the budget is written in the autumn of next year.

Related articles

Army buys trucks

Air base opens to visitors

A look back at the year

Comments

Leave a reply

Privacy policy

© 2019 Harbor Wire. All rights reserved.
)";

}  // namespace

TEST_CASE("saved page: the story comes out, the furniture stays out") {
    Result<ExtractedPage> page = extract({{}, Format::Text, kPage, "utf-8", 0});
    REQUIRE(page.has_value());
    CHECK(page->header.title == "Navy tests a new radar on two ships");
    const Article article = clean(*std::move(page));
    REQUIRE(article.sections.size() == 2);
    CHECK(article.sections[0].paragraphs.size() == 1);
    CHECK(article.sections[0].paragraphs[0].starts_with("The Navy said"));
    CHECK(article.sections[1].heading == "The radar");
    REQUIRE(article.sections[1].paragraphs.size() == 4);
    CHECK(article.sections[1].paragraphs[1] == "• range");
    CHECK(article.sections[1].paragraphs[3].starts_with("The Navy will now"));
}
