#include "answers.hpp"

#include <doctest/doctest.h>

namespace sitrep {

TEST_CASE("paths: raw bytes for programs, printable for people") {
    Hit hit;
    hit.path = "/a \xFF\033";
    const HitList list = test::list_of({hit, hit});
    CHECK(render_paths({"x", "", list}, {}) == "/a \xFF\033\n/a \xFF\033\n");
    RenderStyle style;
    style.terminal = true;
    CHECK(render_paths({"x", "", list}, style) == "/a \\xff^[\n/a \\xff^[\n");
}

}  // namespace sitrep
