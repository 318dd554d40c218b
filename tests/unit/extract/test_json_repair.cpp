#include "indexer/extract/json_repair.hpp"
#include "indexer/extract/json_text.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace sitrep;

namespace {

/// What the repaired text parses to, written compactly; empty when it does not parse.
std::string mended(std::string_view text) {
    const auto value = parse_json(repaired_json(text));
    return value ? value->dump() : std::string();
}

}  // namespace

TEST_CASE("json repair: marks around and inside") {
    CHECK(mended("//<![CDATA[\n{\"a\":1}\n//]]>") == R"({"a":1})");
    CHECK(mended("<!-- {\"a\":1} -->") == R"({"a":1})");
    CHECK(mended("var ld = {\"a\":1};") == R"({"a":1})");
    CHECK(mended("{/* one */\"a\":1, // two\n\"b\":2}") == R"({"a":1,"b":2})");
    CHECK(mended("{\"a\":\"https://a.example/*x*/\"}") == R"({"a":"https://a.example/*x*/"})");
}

TEST_CASE("json repair: strings") {
    CHECK(mended("{\"a\":\"two\nlines\tof it\"}") == R"({"a":"two lines of it"})");
    CHECK(mended(R"({"a":"said "go" twice","b":"x"})") == R"({"a":"said \"go\" twice","b":"x"})");
    CHECK(mended(R"({"a":"it\'s \_"})") == R"({"a":"it's _"})");
    CHECK(mended(R"({"a":"\ud83d half"})") == "{\"a\":\"\xEF\xBF\xBD half\"}");
    CHECK(mended(R"({"a":"\ud83d\ude00"})") == "{\"a\":\"\xF0\x9F\x98\x80\"}");
    CHECK(mended("{&quot;a&quot;:&quot;b &amp; c&quot;}") == R"({"a":"b &amp; c"})");
}

TEST_CASE("json repair: what is no value of JSON") {
    CHECK(mended(R"({"a":NaN,"b":-Infinity,"c":undefined})") == R"({"a":null,"b":null,"c":null})");
    CHECK(mended(R"({"a":1e999,"b":[-1e999,007]})") == R"({"a":"1e999","b":["-1e999","007"]})");
    CHECK(mended(R"({"a":[1,-2.5e3,true,false,null],})") == R"({"a":[1,-2500.0,true,false,null]})");
}

TEST_CASE("json repair: commas and brackets") {
    CHECK(mended(R"({"a":[1,2,],})") == R"({"a":[1,2]})");
    CHECK(mended(R"({"a":1,,"b":2})") == R"({"a":1,"b":2})");
    CHECK(mended(R"({"a":"x" "b":"y"})") == R"({"a":"x","b":"y"})");
    CHECK(mended(R"({"a":{"b":"x")") == R"({"a":{"b":"x"}})");
    CHECK(mended(R"({"a":})") == R"({"a":null})");
    CHECK(mended(R"([{"a":1})") == R"([{"a":1}])");
}

TEST_CASE("json repair: several values become one list") {
    CHECK(mended("{\"a\":1}\n{\"b\":2}") == R"([{"a":1},{"b":2}])");
    CHECK(mended("{\"a\":1};{\"b\":2}") == R"([{"a":1},{"b":2}])");
}

TEST_CASE("json repair: what is none stays none") {
    CHECK(repaired_json("").empty());
    CHECK(repaired_json("no json").empty());
    CHECK(mended("{{{{").empty());
}

TEST_CASE("json repair: gives no more than three times what it was given") {
    const std::string text = "[" + std::string(1'000, '<');
    CHECK(repaired_json(text).size() <= 3 * text.size());
}

TEST_CASE("json repair: takes time in proportion to the text") {
    const auto start = std::chrono::steady_clock::now();
    repaired_json("[" + std::string(400'000, ' ') + std::string(400'000, ','));
    repaired_json(std::string(1'000'000, '[') + std::string(1'000'000, '}'));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
