#include "base/edit_distance.hpp"

#include <doctest/doctest.h>

namespace sitrep {

TEST_CASE("edit distance: counts letters left out, added, other, and neighbours swapped") {
    const EditDistance one("frigate", 1);
    CHECK(one.of("frigate") == 0);
    CHECK(one.of("frigat") == 1);
    CHECK(one.of("frigates") == 1);
    CHECK(one.of("brigate") == 1);
    CHECK(one.of("rfigate") == 1);
    CHECK_FALSE(one.of("frgiat"));
    CHECK(EditDistance("frigate", 2).of("frgiat") == 2);
    CHECK_FALSE(EditDistance("ab", 2).of("bca"));  // no letter is touched twice
    CHECK(EditDistance("ca", 3).of("abc") == 3);
}

TEST_CASE("edit distance: letters are code points") {
    CHECK(EditDistance("\u043C\u0438\u0440", 1).of("\u043C\u0440") == 1);
    CHECK(EditDistance("\u5C0E\u5F3E", 1).of("a\u5F3E") == 1);
}

TEST_CASE("edit distance: says how much of a word was too much") {
    const EditDistance one("frigate", 1);
    CHECK(one.measure("corvette").too_far_by == 2);
    CHECK(one.measure("frogmen").too_far_by == 5);
    CHECK(one.measure("frig").too_far_by == 0);  // there may follow what is missing
    CHECK(one.measure("frigatess").too_far_by == 9);
    CHECK(EditDistance("\u043C\u0438\u0440", 1).measure("\u0434\u0434\u0434").too_far_by == 4);
}

TEST_CASE("edit distance: endless words are near nothing") {
    const std::string endless(EditDistance::kLongest + 1, 'a');
    CHECK_FALSE(EditDistance(endless, 2).of(endless));
    CHECK_FALSE(EditDistance("a", 2).of(endless));
    const std::string longest(EditDistance::kLongest, 'a');
    CHECK(EditDistance(longest, 2).of(longest) == 0);
}

}  // namespace sitrep
