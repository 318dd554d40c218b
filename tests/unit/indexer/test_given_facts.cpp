#include "indexer/given_facts.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("given facts: what the container states wins over what the page shows") {
    ArticleHeader given;
    given.title = "Subject";
    given.published = "2024-05-03";
    given.published_from = "mail";
    given.authors = {"Ann Example"};
    ArticleHeader page;
    page.title = "First line";
    page.published = "2020-01-01";
    page.published_from = "text";
    page.deck = "Only the page has one.";
    const ArticleHeader both = with_given(given, page);
    CHECK(both.title == "Subject");
    CHECK(both.published == "2024-05-03");
    CHECK(both.published_from == "mail");
    CHECK(both.authors == std::vector<std::string>{"Ann Example"});
    CHECK(both.deck == "Only the page has one.");
}

TEST_CASE("given facts: the page knows its own address, language and outlet best") {
    ArticleHeader given;
    given.url = "https://cache.example/copy";
    given.outlet = "All of the news";
    ArticleHeader page;
    page.url = "https://news.example/story";
    CHECK(with_given(given, page).url == "https://news.example/story");
    CHECK(with_given(given, page).outlet == "All of the news");
    page.outlet = "The Example";
    CHECK(with_given(given, page).outlet == "The Example");
    CHECK(with_given({}, page) == page);
}

TEST_CASE("given facts: any bytes become UTF-8, and a host stands for an outlet") {
    ArticleHeader given;
    given.url = "https://www.a.example/caf\xE9?utm_source=x";
    given = readable(given);
    CHECK(with_given(given, {}).url == "https://www.a.example/caf\uFFFD");
    CHECK(with_given(given, {}).outlet == "a.example");
}

TEST_CASE("given facts: what was put into UTF-8 twice is put back, names and addresses are kept") {
    ArticleHeader given;
    given.title = "The Navyâ€™s frigate";
    given.deck = "It wonâ€™t sail.";
    given.authors = {"JosÃ© Marsh"};
    given.id = given.url = "https://a.example/cafÃ©s";
    const ArticleHeader read = readable(given);
    CHECK(read.title == "The Navy’s frigate");
    CHECK(read.deck == "It won’t sail.");
    CHECK(read.authors == std::vector<std::string>{"José Marsh"});
    CHECK(read.id == given.id);
    CHECK(read.url == given.url);
}

TEST_CASE("given facts: an address is no outlet, but may be the article's") {
    ArticleHeader page;
    page.outlet = "https://www.x.example/news/a?utm_source=rss";
    ArticleHeader out = with_given({}, page);
    CHECK(out.outlet == "x.example");
    CHECK(out.url == "https://www.x.example/news/a");
    for (const char* site : {"https://www.x.example/", "https://www.x.example"}) {
        page.outlet = site;
        out = with_given({}, page);
        CHECK(out.outlet == "x.example");
        CHECK(out.url.empty());
    }
    ArticleHeader given;
    given.url = "https://x.example/own";
    page.outlet = "https://x.example/world";
    CHECK(with_given(given, page).url == "https://x.example/own");
    page.outlet = "https://www.x.example/";
    page.url = "https://y.example/b?utm_source=rss";
    out = with_given({}, page);
    CHECK(out.outlet == "x.example");
    CHECK(out.url == "https://y.example/b");
}
