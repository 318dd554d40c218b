#include "indexer/extract/saved_page.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("saved page: the address in the comments of SingleFile and of browsers") {
    CHECK(saved_from_url("<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: "
                         "https://a.example/b?c=d \n saved date: Tue May 02 2023\n-->") ==
          "https://a.example/b?c=d");
    CHECK(saved_from_url("<!-- saved from url=(0019)http://a.example/b -->") ==
          "http://a.example/b");
    CHECK(saved_from_url("<!-- saved from url=(0014)about:internet -->").empty());
    CHECK(saved_from_url("<!-- a comment --><p>saved from url=(1)http://a.example").empty());
    CHECK(saved_from_url("").empty());
}

TEST_CASE("saved page: pictures inside go, everything else stays") {
    const std::string picture(500, 'A');
    CHECK(without_data_urls("<img src=\"data:image/png;base64," + picture + "==\">text") ==
          "<img src=\"data:image/png;base64,\">text");
    CHECK(without_data_urls("x;base64,short y") == "x;base64,short y");
    CHECK(without_data_urls("no picture") == "no picture");
}
