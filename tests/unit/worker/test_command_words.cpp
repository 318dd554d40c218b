#include "indexer/worker/command_words.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using Words = std::vector<std::string>;

TEST_CASE("command words: blanks separate, quotes and backslashes keep together") {
    CHECK(*command_words("pandoc  --to=plain\t{}") == Words{"pandoc", "--to=plain", "{}"});
    CHECK(*command_words("a 'b  c' \"d 'e'\" f\\ g h'i'\"j\"") ==
          Words{"a", "b  c", "d 'e'", "f g", "hij"});
    CHECK(*command_words("a '' \"\"") == Words{"a", "", ""});
}

TEST_CASE(
    "command words: backslashes mean themselves in single quotes, and mostly in double ones") {
    CHECK(*command_words(R"(a 'b\n' "c\n" "d\"\\" \e)") ==
          Words{"a", R"(b\n)", R"(c\n)", R"(d"\)", "e"});
}

TEST_CASE("command words: nothing else is special") {
    CHECK(*command_words("a | b > c; $d `e` *") ==
          Words{"a", "|", "b", ">", "c;", "$d", "`e`", "*"});
}

TEST_CASE("command words: a quote that does not end, and no command, are refused") {
    CHECK(command_words("a 'b").error().message == "a quote does not end");
    CHECK(command_words("a \"b\\").error().message == "a quote does not end");
    CHECK(command_words("a \\").error().message == "nothing stands behind the last backslash");
    CHECK(command_words("  ").error().message == "no command");
    CHECK(command_words("'' a").error().message == "no command");
}
