#include "model/record.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("origin: names the record inside its file") {
    const Origin file{"a.jsonl"};
    CHECK(file.text() == "a.jsonl");
    CHECK(file.at(3).text() == "a.jsonl#3");
    CHECK(file.at(3).place == Place{"", 3});
}

TEST_CASE("origin: names members, nested ones and what stands in records") {
    const Origin archive{"all.tar"};
    CHECK(archive.inside("2024/page.html").text() == "all.tar#2024/page.html");
    CHECK(archive.inside("wire.jsonl").at(3).text() == "all.tar#wire.jsonl#3");
    CHECK(archive.inside("b.zip").inside("c.html").place == Place{"b.zip#c.html", {}});
    CHECK(archive.at(2).inside("c.html").text() == "all.tar#2#c.html");
    CHECK(archive.at(2).at(5).place == Place{"2", 5});
}
