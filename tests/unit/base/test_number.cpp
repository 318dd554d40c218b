#include "base/number.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using namespace sitrep;

TEST_CASE("number: all of the text is the number, or it is none") {
    CHECK(number_in<unsigned>("0") == 0);
    CHECK(number_in<unsigned>("007") == 7);
    CHECK(number_in<std::uint64_t>("18446744073709551615") == 18446744073709551615U);
    for (const char* text : {"", " 1", "1 ", "1.5", "+1", "-1", "0x10", "one", "1,000"})
        CHECK_MESSAGE(!number_in<unsigned>(text), text);
    CHECK(number_in<int>("-12") == -12);
}

TEST_CASE("number: what does not fit is none") {
    CHECK(number_in<std::uint16_t>("65535") == 65535);
    CHECK_FALSE(number_in<std::uint16_t>("65536"));
    CHECK_FALSE(number_in<std::uint64_t>("18446744073709551616"));
}

TEST_CASE("number: of another base, and with a fraction") {
    CHECK(number_in<unsigned>("fF", 16) == 255);
    CHECK_FALSE(number_in<unsigned>("g", 16));
    CHECK(number_in<double>("0.25") == 0.25);
    CHECK_FALSE(number_in<double>("0,25"));
}
