#include "indexer/extract/url.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("url: loses what only tracks readers") {
    CHECK(canonical_url("https://a.example/x?id=3&utm_source=m&fbclid=Q#top") ==
          "https://a.example/x?id=3");
    CHECK(canonical_url("https://a.example/x?utm_medium=m") == "https://a.example/x");
    CHECK(canonical_url("https://a.example/x?spmode=1") == "https://a.example/x?spmode=1");
}

TEST_CASE("url: names the host") {
    CHECK(host_of("https://www.Harbor-Wire.example:8080/a?b@c") == "harbor-wire.example");
    CHECK(host_of("http://user@a.example") == "a.example");
    CHECK(host_of("not a url").empty());
}
