#include "indexer/source/record_reader.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace sitrep;

namespace {

class Collected : public RecordSink {
  public:
    std::vector<std::string> lines;  ///< `origin=bytes` or `origin!message`
    std::size_t stop_after = 1000;

    bool record(RawRecord record) override {
        lines.push_back(record.origin.text() + "=" + record.bytes);
        return lines.size() < stop_after;
    }
    void failure(const Origin& origin, const Error& error) override {
        lines.push_back(origin.text() + "!" + error.message);
    }
};

using Lines = std::vector<std::string>;

Lines read(const char* name, const std::string& bytes, std::size_t stop_after = 1000) {
    Collected sink;
    sink.stop_after = stop_after;
    MemorySource file(bytes);
    read_file_records(name, *file_type_of(name), file, ReadLimits{1U << 20U}, sink);
    return sink.lines;
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
    CHECK(read("a.json", "[1,2]") == Lines{"a.json!holds no JSON object"});
    CHECK(read("a.json", "{\"a\":") == Lines{"a.json!is not JSON"});
    CHECK(read("a.json", std::string(100'000, '[')) == Lines{"a.json!is not JSON"});
}

TEST_CASE("record reader: what is named .gz is unpacked, or named as damaged") {
    CHECK(read("a.txt.gz", "plain text") == Lines{"a.txt.gz!gzip: the file is not gzip"});
}
