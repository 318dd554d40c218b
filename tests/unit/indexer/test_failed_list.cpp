#include "indexer/failed_list.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("failed list: a line for each failure, nothing for a good file") {
    FileState state{"a", {}, "h", 3, 0, {}};
    CHECK(failed_lines("/r/a", state).empty());
    state.failed = 2;
    state.failures = {"#3: is not JSON", "#4: no title and no text"};
    CHECK(failed_lines("/r/a", state) == "/r/a\t#3: is not JSON\n/r/a\t#4: no title and no text\n");
}

TEST_CASE("failed list: what was not named one by one is counted, and stale files say so") {
    const FileState state{"a", {}, "h", 3, 22, {"is empty"}, "", true};
    CHECK(failed_lines("a", state) ==
          "a\tis empty\n"
          "a\t21 more records could not be used\n"
          "a\tstale: keeps 3 articles of its last good state\n");
}

TEST_CASE("failed list: what the brake kept of a file is told") {
    const FileState state{"a", {}, "h", 30, 0, {}, "", false, 25};
    CHECK(failed_lines("a", state) == "a\tkept: 25 articles that it no longer holds\n");
}

TEST_CASE("failed list: a name or reason cannot forge a line or a column") {
    const FileState state{"a", {}, "", 0, 1, {"bad\ttab\nand line"}};
    CHECK(failed_lines("x\ty\nz", state) == "x^Iy^Jz\tbad^Itab^Jand line\n");
}
