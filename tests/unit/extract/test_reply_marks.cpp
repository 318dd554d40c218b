#include "indexer/extract/reply_marks.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("reply marks: they go from the front, however many, in any language and case") {
    CHECK(without_reply_marks("Re: Fwd: AW: Yard opens") == "Yard opens");
    CHECK(without_reply_marks(" RE : WG:TR: Sv: Yard opens ") == "Yard opens");
    CHECK(without_reply_marks("Re:") == "");
}

TEST_CASE("reply marks: what only looks like one stays") {
    CHECK(without_reply_marks("Yard opens: re: work") == "Yard opens: re: work");
    CHECK(without_reply_marks("Retreat: the fleet") == "Retreat: the fleet");
    CHECK(without_reply_marks("Re") == "Re");
    CHECK(without_reply_marks("") == "");
}
