#include "text/string_table.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace sitrep;

TEST_CASE("string table: numbers strings in the order they come, and finds them again") {
    StringTable table;
    std::vector<std::string> texts;
    texts.reserve(5020);
    for (int length = 0; length < 20; ++length)
        texts.emplace_back(static_cast<std::size_t>(length), 'x');
    for (int i = 0; i < 5000; ++i) texts.push_back("w" + std::to_string(i));
    for (std::size_t i = 0; i < texts.size(); ++i) REQUIRE(table.number(texts[i]) == i);
    REQUIRE(table.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        REQUIRE(table.number(texts[i]) == i);
        REQUIRE(table[i] == texts[i]);
    }
    table.clear();
    CHECK(table.size() == 0);
    CHECK(table.number("again") == 0);
}

}  // namespace
