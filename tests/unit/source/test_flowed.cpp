#include "indexer/source/flowed.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("flowed: a line that ends in a blank goes on in the next") {
    CHECK(unflowed("The ship \r\nsailed \r\nhome.\r\n\r\nNext.\r\n", false) ==
          "The ship sailed home.\n\nNext.\n");
    CHECK(unflowed("", false) == "\n");
    CHECK(unflowed("cut ", false) == "cut ");
}

TEST_CASE("flowed: a blank put before a line for transport goes") {
    CHECK(unflowed(" > no quote\n From the deck\n  two blanks\n", false) ==
          "> no quote\nFrom the deck\n two blanks\n");
}

TEST_CASE("flowed: the marks of quotes stand once a paragraph, and part paragraphs") {
    CHECK(unflowed("> The ship would \n> not leave \n> before June.\n>\n> So he said.\n", false) ==
          "> The ship would not leave before June.\n>\n> So he said.\n");
    CHECK(unflowed(">> one \n> two \nthree \n> four\n", false) ==
          ">> one \n> two \nthree \n> four\n");
}

TEST_CASE("flowed: no paragraph goes on into a signature, whose mark stays") {
    CHECK(unflowed("The end \n-- \nAda \nBerg\n", false) == "The end \n-- \nAda Berg\n");
    CHECK(unflowed("> The end \n> -- \n> Ada\n", false) == "> The end \n> -- \n> Ada\n");
}

TEST_CASE("flowed: with DelSp the blank at the end is no part of the text") {
    CHECK(unflowed("海军 \n舰队\n", true) == "海军舰队\n");
    CHECK(unflowed("The  \nship\n-- \nAda\n", true) == "The ship\n-- \nAda\n");
}
