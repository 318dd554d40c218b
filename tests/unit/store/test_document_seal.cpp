#include "store/document_seal.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace sitrep;

TEST_CASE("document seal: any part that differs makes another sum") {
    const std::vector<std::uint32_t> places{1, 5};
    const std::vector<std::uint32_t> others{1, 6};
    const std::uint64_t posting = seal::of_posting("f35", 2);
    CHECK(posting != seal::of_posting("f35", 3));
    CHECK(posting != seal::of_posting("f36", 2));
    CHECK(seal::with_positions(posting, {}) == posting);
    CHECK(seal::with_positions(posting, places) != posting);
    CHECK(seal::with_positions(posting, places) != seal::with_positions(posting, others));
    CHECK(seal::of_value(1, "x") != seal::of_value(2, "x"));
    CHECK(seal::of_article("x") != seal::of_value(0, "x"));
}

TEST_CASE("document seal: does not change from one version or machine to the next") {
    const std::vector<std::uint32_t> places{1, 500, 100'000};
    CHECK(seal::with_positions(seal::of_posting("f35", 3), places) == 15071636796856301221U);
    CHECK(seal::of_value(1, "20250615") == 4652589605243020228U);
    CHECK(seal::of_article("text") == 2663833214092738544U);
}

TEST_CASE("document seal: what was sealed opens, and what is too short does not") {
    const std::string data = seal::sealed(0x0102030405060708, "the article");
    REQUIRE(seal::open(data));
    CHECK(seal::open(data)->seal == 0x0102030405060708);
    CHECK(seal::open(data)->article == "the article");
    CHECK(seal::article_in(data) == "the article");
    CHECK_FALSE(seal::open("1234567"));
    CHECK(seal::article_in("").empty());
}
