#include "model/facets.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using Names = std::vector<std::string>;

TEST_CASE("facets: names are packed in order, each once, and read back") {
    const std::string value = pack_names({"P-8A", "F-35", "", "P-8A"});
    CHECK(unpack_names(value) == Names{"F-35", "P-8A"});
    CHECK(value == pack_names({"F-35", "P-8A"}));
    CHECK(pack_names({}).empty());
    CHECK(pack_names({""}).empty());
}

TEST_CASE("facets: of too many names the first are kept, of a long one its beginning") {
    Names many;
    for (std::size_t i = 0; i < 2 * kMostNames; ++i) many.push_back(std::to_string(100 + i));
    many.resize(kMostNames + 1);
    const Names kept = unpack_names(pack_names(many));
    CHECK(kept.size() == kMostNames);
    CHECK(kept.back() == many[kMostNames - 1]);
    CHECK(facet_name(" Defense \n News ") == "Defense News");
    CHECK(facet_name(std::string(99, 'a') + "é").size() == 99);
}

TEST_CASE("facets: bytes that nobody packed are no names") {
    const std::string value = pack_names({"F-35", "P-8A"});
    for (std::size_t cut = 0; cut < value.size(); ++cut)
        CHECK(unpack_names(value.substr(0, cut)).empty());
    CHECK(unpack_names(value + "x").empty());
    CHECK(unpack_names("\x01\xff\xff\xff\xff\xff\xff\xff\xff\x01").empty());
}
