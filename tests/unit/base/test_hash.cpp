#include "base/hash.hpp"

#include <doctest/doctest.h>

namespace {

TEST_CASE("hash: the identity of documents never changes between builds") {
    // XXH3-128's value for no bytes, from its specification: a database outlives the program.
    CHECK(sitrep::hash_hex("") == "99aa06d3014798d86001c324468d497f");
    CHECK(sitrep::hash_hex("a").size() == 32);
    CHECK(sitrep::hash_hex("a") != sitrep::hash_hex("b"));
}

TEST_CASE("hash: pieces hash as the whole does") {
    sitrep::Hasher hasher;
    CHECK(hasher.hex() == sitrep::hash_hex(""));
    hasher.add("one ");
    hasher.add("and two");
    CHECK(hasher.hex() == sitrep::hash_hex("one and two"));
}

}  // namespace
