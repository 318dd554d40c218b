#include "indexer/extract/html_names.hpp"
#include "model/block_place.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

NameFacts facts_of(std::string_view classes) {
    ElementAttributes attributes;
    attributes.classes = classes;
    return NameReader().facts_of(attributes);
}

bool says(std::string_view classes, PlaceMark mark) {
    return (facts_of(classes).marks & bit_of(mark)) != 0;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("html_names: words and each two that follow one another, however they are joined") {
    CHECK(name_words("post_title") == Words{"post", "title", "post-title"});
    CHECK(name_words("postTitle") == Words{"post", "title", "post-title"});
    CHECK(name_words("POST-TITLE") == Words{"post", "title", "post-title"});
    CHECK(name_words("post title") == Words{"post", "title"});
}

TEST_CASE("html_names: each word once, numbers and single letters left out") {
    CHECK(name_words("col-4 col-12 b") == Words{"col"});
    CHECK(name_words("").empty());
    CHECK(name_words(" \t ").empty());
}

TEST_CASE("html_names: hostile names cost no more than honest ones") {
    const std::string one(100'000, 'a');
    CHECK(name_words(one).size() == 1);
    std::string many;
    for (int i = 0; i < 10'000; ++i)
        many += "name" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
    CHECK(name_words(many).size() <= 12);
}

TEST_CASE("html_names: words of the trade say what an element is for") {
    CHECK(says("cookieBanner", PlaceMark::ConsentName));
    CHECK(says("c-share-bar", PlaceMark::ShareName));
    CHECK(says("entry-content", PlaceMark::StoryName));
    CHECK(says("related-posts", PlaceMark::RelatedName));
    CHECK_FALSE(says("content-entry", PlaceMark::StoryName));
    CHECK_FALSE(says("shared", PlaceMark::ShareName));
    CHECK(facts_of("x1").marks == 0);
}

TEST_CASE("html_names: the names of class, id and itemprop add up") {
    ElementAttributes attributes;
    attributes.classes = "newsletter";
    attributes.id = "comments";
    attributes.itemprop = "articleBody";
    const std::uint32_t marks = NameReader().facts_of(attributes).marks;
    CHECK((marks & bit_of(PlaceMark::PromoName)) != 0);
    CHECK((marks & bit_of(PlaceMark::CommentName)) != 0);
    CHECK((marks & bit_of(PlaceMark::StoryName)) != 0);
}
