#include "model/url.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("url: loses what only tracks readers") {
    CHECK(canonical_url("https://a.example/x?id=3&utm_source=m&fbclid=Q#top") ==
          "https://a.example/x?id=3");
    CHECK(canonical_url("https://a.example/x?utm_medium=m") == "https://a.example/x");
    CHECK(canonical_url("https://a.example/#!/story/3#top") == "https://a.example/#!/story/3#top");
    CHECK(canonical_url("https://a.example/?utm_source=m#/story/3") ==
          "https://a.example/#/story/3");
    CHECK(canonical_url("https://a.example/x#:~:text=a") == "https://a.example/x");
    CHECK(canonical_url("https://a.example/x?spmode=1") == "https://a.example/x?spmode=1");
}

TEST_CASE("url: names the host") {
    CHECK(host_of("https://www.Harbor-Wire.example:8080/a?b@c") == "harbor-wire.example");
    CHECK(host_of("http://user@a.example") == "a.example");
    CHECK(host_of("https://a.example%2Fnavy%2F2015") == "a.example");
    CHECK(host_of("not a url").empty());
}

TEST_CASE("url: a reference is resolved against the page, other schemes are none") {
    CHECK(resolved_url("https://a.example/x", "") == "https://a.example/x");
    CHECK(resolved_url("/x", "https://a.example/b/c?d") == "https://a.example/x");
    CHECK(resolved_url("x", "https://a.example/b/c") == "https://a.example/b/x");
    CHECK(resolved_url("../x", "https://a.example/b/c") == "https://a.example/x");
    CHECK(resolved_url("//b.example/x", "https://a.example/") == "https://b.example/x");
    CHECK(resolved_url("javascript:void(0)", "https://a.example/").empty());
    CHECK(resolved_url("/x", "").empty());
}

TEST_CASE("url: a site is its host and what is below it") {
    CHECK(is_same_site("a.example", "amp.a.example"));
    CHECK(is_same_site("a.example", "a.example"));
    CHECK_FALSE(is_same_site("a.example", "ba.example"));
    CHECK_FALSE(is_same_site("a.example", "b.example"));
    CHECK_FALSE(is_same_site("a.example", ""));
}
