#include "model/index_document.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE(
    "unique term: differs by root, path and record, and by where one ends and the next begins") {
    const std::string term = unique_term({"r", "a.jsonl"}, "1");
    CHECK(term.starts_with("Q"));
    CHECK(term.size() == 33);
    CHECK(term == unique_term({"r", "a.jsonl"}, "1"));
    CHECK(term != unique_term({"s", "a.jsonl"}, "1"));
    CHECK(term != unique_term({"r", "b.jsonl"}, "1"));
    CHECK(term != unique_term({"r", "a.jsonl"}, "2"));
    CHECK(unique_term({"r", "ab"}, "c") != unique_term({"r", "a"}, "bc"));
    CHECK(file_term({"r", "ab"}) != file_term({"ra", "b"}));
}

TEST_CASE("index document: dumps one stable line a term and value") {
    IndexDocument document;
    document.terms["zulu"] = {2, {1, 7}};
    document.terms["Zalpha"] = {1, {}};
    document.values[Slot::Date] = "20150427";
    document.data = "1234";
    CHECK(document.dump() ==
          "term Zalpha wdf=1\nterm zulu wdf=2 at=1,7\nvalue 0 20150427\ndata 4 bytes\n");
}
