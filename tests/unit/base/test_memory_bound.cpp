#include "base/memory_bound.hpp"
#include "base/sanitized.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <new>
#include <vector>

using namespace sitrep;

namespace {

rlim_t bound() {
    struct rlimit limit {};
    REQUIRE(::getrlimit(RLIMIT_DATA, &limit) == 0);
    return limit.rlim_cur;
}

}  // namespace

TEST_CASE("memory bound: it holds while it lives, and a lower one stays" *
          doctest::skip(kSanitized)) {
    constexpr std::uint64_t kMost = 256ULL << 20U;
    const rlim_t before = bound();
    {
        const MemoryBound outer(kMost);
        CHECK(bound() == kMost);
        CHECK_THROWS_AS(std::vector<char>(2 * kMost), std::bad_alloc);
        const MemoryBound inner(4 * kMost);
        CHECK(bound() == kMost);
    }
    CHECK(bound() == before);
    CHECK(std::vector<char>(2 * kMost).size() == 2 * kMost);
}
