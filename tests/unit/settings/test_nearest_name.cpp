#include "settings/nearest_name.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("nearest name: a slip finds the name, something else finds none") {
    const std::vector<std::string> names = {"db", "include", "exclude", "max-file-size", "quiet"};
    CHECK(nearest_name("inclued", names) == "include");
    CHECK(nearest_name("exclud", names) == "exclude");
    CHECK(nearest_name("max_file_size", names) == "max-file-size");
    CHECK(nearest_name("maxfilesize", names) == "max-file-size");
    CHECK(nearest_name("quite", names) == "quiet");
    CHECK(nearest_name("bd", names) == "db");
    CHECK(nearest_name("colour", names).empty());
    CHECK(nearest_name("xy", names).empty());
    CHECK(nearest_name(std::string(100'000, 'x'), names).empty());
    CHECK(nearest_name("db", {}).empty());
}
