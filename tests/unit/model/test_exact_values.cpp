#include "model/exact_values.hpp"

#include <doctest/doctest.h>

namespace sitrep {

TEST_CASE("exact values: a file's type is what its ending means, compressed or not") {
    CHECK(file_type("a/b.HTM") == "html");
    CHECK(file_type("wire.jsonl.gz") == "json");
    CHECK(file_type("README") == "text");
    CHECK(file_type(".hidden") == "text");
    CHECK(file_type("x.docx") == "other");
    CHECK(exact_value(Field::Type, "HTM") == "html");
    CHECK(exact_value(Field::Type, "pdf") == "pdf");
    CHECK(exact_value(Field::Type, "mail") == "mail");
}

TEST_CASE("exact values: a path has no slashes at its ends and no star behind the last") {
    CHECK(exact_value(Field::Path, "/2015/April/*") == "2015/april");
    CHECK(exact_value(Field::Path, "./a.txt") == "a.txt");
    CHECK(exact_value(Field::Path, "*/2015/") == "*/2015");
    CHECK(exact_value(Field::Path, std::string(500, 'x')).size() < 100);
}

TEST_CASE(
    "exact values: an article has terms of its id, its type, its path and the folders above") {
    StoredArticle stored;
    stored.file = {"r", "2015/April/wire.jsonl"};
    stored.place = Place{}.at(3);
    CHECK(place_terms(stored) == std::vector<std::string>{"XK2015/april/wire.jsonl#3", "Tjson",
                                                          "XJ2015", "XJ2015/april",
                                                          "XJ2015/april/wire.jsonl"});
    stored.article.header.id = "Wire-7";
    CHECK(place_terms(stored).front() == "XKwire-7");
    CHECK(place_terms(StoredArticle{}).empty());
}

TEST_CASE("exact values: an address is the same whatever it was copied with") {
    const auto value = [](std::string_view url) { return exact_value(Field::Url, url); };
    CHECK(value("https://www.A.example/News/x/") == "a.example/news/x");
    CHECK(value("http://a.example/news/x?utm_source=mail#top") == "a.example/news/x");
    CHECK(value("a.example/x?id=5") == "a.example/x?id=5");
    CHECK(value("a.example/*") == "a.example");
    CHECK(value("").empty());
}

TEST_CASE(
    "exact values: an article is found by its address and by each part of its site above it") {
    CHECK(address_terms("https://www.news.a.example/naval/2024/x.html?id=5") ==
          std::vector<std::string>{"XWnews.a.example/naval/2024/x.html?id=5",
                                   "XWnews.a.example/naval/2024", "XWnews.a.example/naval",
                                   "XWnews.a.example", "XWa.example"});
    CHECK(address_terms("https://a.example") == std::vector<std::string>{"XWa.example"});
    CHECK(address_terms("mid:1@a.example").empty());
    CHECK(address_terms("").empty());
    const std::string deep = "https://a.example/" + std::string(600, '/') + "x";
    CHECK(address_terms(deep).size() <= 12);
}

}  // namespace sitrep
