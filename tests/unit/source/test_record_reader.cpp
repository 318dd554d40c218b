#include "indexer/extract/json_text.hpp"
#include "records.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using sitrep::test::Lines;

namespace {

Lines read(const char* name, const std::string& bytes, std::size_t stop_after = 1000) {
    return test::read(name, bytes, {1U << 20U}, stop_after).lines;
}

}  // namespace

TEST_CASE("record reader: a text file is one record") {
    CHECK(read("a.txt", "One\ntwo") == Lines{"a.txt=One\ntwo"});
    CHECK(read("a.txt", "") == Lines{"a.txt!is empty"});
}

TEST_CASE("record reader: JSON Lines are numbered as an editor numbers lines") {
    CHECK(read("a.jsonl", "\xEF\xBB\xBF{\"a\":1}\n\n  \n{\"b\":2}\r\n{\"c\":3}") ==
          Lines{"a.jsonl#1={\"a\":1}", "a.jsonl#4={\"b\":2}\r", "a.jsonl#5={\"c\":3}"});
    CHECK(read("a.jsonl", "{}\n{}\n{}\n", 2).size() == 2);
}

TEST_CASE("record reader: a JSON file is its object, or the objects of its list") {
    CHECK(read("a.json", R"({"title":"x"})") == Lines{R"(a.json={"title":"x"})"});
    CHECK(read("a.json", R"([{"a":1}, 7, {"b":2}])") ==
          Lines{R"(a.json#1={"a":1})", R"(a.json#2={"b":2})"});
    CHECK(read("a.json", R"({"count":1,"articles":[{"a":1}]})") == Lines{R"(a.json#1={"a":1})"});
    CHECK(read("a.json", "[{\"title\":\"Caf\xe9\"}]") ==
          Lines{"a.json#1={\"title\":\"Caf\u00e9\"}"});
    CHECK(read("a.json", R"({"title":"T","textContent":"story","links":[{"href":"/"}]})") ==
          Lines{R"(a.json={"title":"T","textContent":"story","links":[{"href":"/"}]})"});
    CHECK(read("a.json", "{\"a\":1}\n{\"b\":2}\n") ==  // lines under another name
          Lines{"a.json#1={\"a\":1}", "a.json#2={\"b\":2}"});
    CHECK(read("a.json", "[1,2]") == Lines{"a.json!holds no JSON object"});
    CHECK(read("a.json", " [] ") == Lines{});  // a file of no articles
    CHECK(read("a.json", "[") == Lines{"a.json!is not JSON"});
    CHECK(read("a.json", "{\"a\":") == Lines{"a.json!is not JSON"});
    CHECK(read("a.json", std::string(100'000, '[')) == Lines{"a.json!is not JSON"});
    std::string lists = "[";
    for (int i = 0; i < 10'500; ++i) lists += std::string(200, '[') + std::string(200, ']') + ",";
    CHECK(test::read("a.json", lists + "1]", {8U << 20U}).lines ==
          Lines{"a.json!holds too many values"});
    std::string objects = "[";
    for (int i = 0; i < 1'000'000; ++i) objects += R"({"":)";
    CHECK(json_has_too_many_values(objects));
}

TEST_CASE("record reader: what is named .gz is unpacked, or named as damaged") {
    // `gzip -n` of "hello\n".
    const std::string hello(
        "\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03\xCB\x48\xCD\xC9\xC9\xE7\x02\x00\x20\x30\x3A\x36"
        "\x06"
        "\x00\x00\x00",
        26);
    CHECK(read("a.txt.gz", hello) == Lines{"a.txt.gz=hello\n"});
    CHECK(read("a.txt.gz", hello.substr(0, 20)) == Lines{"a.txt.gz!gzip: the file ends too early"});
    CHECK(read("a.txt.gz", "plain text") == Lines{"a.txt.gz!gzip: the file is not gzip"});
}

TEST_CASE("record reader: a line over the limit is named, and costs no memory or neighbour") {
    const std::string lines = "{\"a\":1}\n" + std::string(100, 'x') + "\n{\"b\":2}\n";
    CHECK(test::read("a.jsonl", lines, {50}).lines ==
          Lines{"a.jsonl#1={\"a\":1}", "a.jsonl#2!is larger than the limit of 50 bytes",
                "a.jsonl#3={\"b\":2}"});
}

TEST_CASE("record reader: an integer over 64 bits in a list stays as it is") {
    CHECK(read("a.json", R"([{"id": 123456789012345678901234567890}])") ==
          Lines{R"(a.json#1={"id":"123456789012345678901234567890"})"});
}

TEST_CASE("record reader: an odd value in a list costs no article") {
    CHECK(read("a.json", R"([{"a":NaN},{"b":"\ud83d"},{"c":1e999}])") ==
          Lines{R"(a.json#1={"a":null})", "a.json#2={\"b\":\"\uFFFD\"}",
                R"(a.json#3={"c":"1e999"})"});
    CHECK(read("a.json", "{\"a\":NaN}\n{\"b\":2}\n") ==
          Lines{"a.json#1={\"a\":NaN}", "a.json#2={\"b\":2}"});
}

TEST_CASE("record reader: lists of search interfaces, an article may have lists besides") {
    CHECK(read("a.json", R"({"hits":{"hits":[{"_id":"x","_source":{"a":1}}]}})") ==
          Lines{R"(a.json#1={"_id":"x","_source":{"a":1}})"});
    CHECK(read("a.json", R"({"body":"x","items":[{"a":1}]})") ==
          Lines{R"(a.json={"body":"x","items":[{"a":1}]})"});
    CHECK(read("a.json", R"({"status":"ok","articles":[]})") == Lines{});
    CHECK(read("a.json", R"({"title":"T","links":[]})") ==
          Lines{R"(a.json={"title":"T","links":[]})"});
}

TEST_CASE("record reader: a list of whole articles is one under any key of what is no article") {
    const std::string list = R"([{"text":"x","title":"T"},{"text":"y","title":"U"}])";
    const Lines both = {R"(a.json#1={"text":"x","title":"T"})",
                        R"(a.json#2={"text":"y","title":"U"})"};
    for (const char* key : {"content", "body", "text", "whatever"}) {
        CAPTURE(key);
        CHECK(read("a.json", "{\"" + std::string(key) + "\":" + list + ",\"pages\":1}") == both);
    }
    CHECK(read("a.json", R"({"data":{"posts":{"nodes":)" + list + "}}}") == both);
    for (const std::string& article :
         {R"({"title":"T","content":)" + list + "}", R"({"title":"T","related":)" + list + "}",
          R"({"text":"x","related":)" + list + "}",
          std::string(R"({"content":[{"type":"p","text":"x"}]})")}) {
        CAPTURE(article);
        CHECK(read("a.json", article) == Lines{"a.json=" + article});
    }
}
