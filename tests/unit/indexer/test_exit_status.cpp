#include "indexer/exit_status.hpp"

#include <doctest/doctest.h>

#include <iterator>

using namespace sitrep;

TEST_CASE("exit status: the gravest wins, in whatever order they come") {
    const int ascending[] = {0, 1, kNotTold, 2, 4, 3, 75, 143};
    for (std::size_t low = 0; low < std::size(ascending); ++low) {
        for (std::size_t high = low; high < std::size(ascending); ++high) {
            ExitStatus up;
            up.raise(ascending[low]);
            up.raise(ascending[high]);
            CHECK(up.code() == ascending[high]);
            ExitStatus down;
            down.raise(ascending[high]);
            down.raise(ascending[low]);
            CHECK(down.code() == ascending[high]);
        }
    }
}
