#include "search/size_range.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sitrep {
namespace {

std::string range(std::string_view text) {
    const std::optional<SizeQuery> size = parse_size_range(text);
    if (!size) return "none";
    return (size->first ? std::to_string(*size->first) : "") + ".." +
           (size->last ? std::to_string(*size->last) : "");
}

}  // namespace

TEST_CASE("size range: numbers, comparisons, ranges open on either side") {
    CHECK(range("500") == "500..500");
    CHECK(range(">500") == "501..");
    CHECK(range(">=500") == "500..");
    CHECK(range("<2k") == "..1999");
    CHECK(range("<=500") == "..500");
    CHECK(range("100..300") == "100..300");
    CHECK(range("..300") == "..300");
    CHECK(range("2k..") == "2000..");
    CHECK(range("<=0") == "..0");
}

TEST_CASE("size range: what is no number, or no range, is none") {
    for (const char* text : {"", "..", "large", "<0", ">", "300..100", "-5", "1..2..3", "5x",
                             "100000000", "99999999999999999999", "100000k"})
        CHECK_MESSAGE(range(text) == "none", text);
}

}  // namespace sitrep
