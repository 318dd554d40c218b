#include "query/render/links.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("links: only addresses of the web are links") {
    CHECK(web_link("https://example.org/a?b=c&d=%20#e") == "https://example.org/a?b=c&d=%20#e");
    CHECK(web_link("HTTP://example.org/") == "HTTP://example.org/");
    for (const char* url : {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
                            "http:", "https:/x", "//example.org", ""})
        CHECK(web_link(url).empty());
    CHECK(web_link("https://example.org/" + std::string(3000, 'a')).empty());
}

TEST_CASE("links: what could end a link, an attribute or a command to the terminal is encoded") {
    CHECK(web_link("https://e/\"'<>{}\\ \033\a\x9c") ==
          "https://e/%22%27%3C%3E%7B%7D%5C%20%1B%07%9C");
    CHECK(file_link("/news/Łódź#1 %.txt") == "file:///news/%C5%81%C3%B3d%C5%BA%231%20%25.txt");
    CHECK(file_link("relative").empty());
}
