#include "model/json_line.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace sitrep;

TEST_CASE("json line: what some readers take for the end of a line is escaped") {
    const nlohmann::ordered_json object = {{"text", "one\u2028two\u2029three\u2019s\nfour"}};
    const std::string line = json_line(object, JsonLetters::Utf8);
    CHECK(line == "{\"text\":\"one\\u2028two\\u2029three\u2019s\\nfour\"}");
    CHECK(nlohmann::ordered_json::parse(line) == object);
    CHECK(json_line(object, JsonLetters::Ascii) ==
          R"({"text":"one\u2028two\u2029three\u2019s\nfour"})");
}

TEST_CASE("json line: bytes that are no text cost themselves alone") {
    CHECK(json_line({{"path", "a\xE2\x80"}}, JsonLetters::Utf8) == "{\"path\":\"a\uFFFD\"}");
}
