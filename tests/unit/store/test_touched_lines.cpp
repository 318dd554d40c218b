#include "store/touched_lines.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("touched lines: of very many, all are") {
    TouchedLines touched;
    for (LineFingerprint line = 0; line < 3U << 20U; line += 64) {
        std::vector<LineFingerprint> lines;
        for (LineFingerprint i = 0; i < 64; ++i) lines.push_back(line + i);
        touched.add(lines);
        touched.add(lines);
    }
    CHECK(touched.all());
    CHECK(touched.lines().empty());
    touched.clear();
    touched.add({3, 1, 3});
    CHECK_FALSE(touched.all());
    CHECK(touched.lines() == std::vector<LineFingerprint>{1, 3});
}
