#include "settings/option_reader.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
namespace po = boost::program_options;

namespace {

/// The options `a` and `b`, given as these texts.
po::variables_map given(const std::string& a, const std::string& b = "") {
    po::variables_map values;
    values.emplace("a", po::variable_value(boost::any(a), false));
    values.emplace("b", po::variable_value(boost::any(b), false));
    return values;
}

}  // namespace

TEST_CASE("option reader: what is not given leaves its value as it is") {
    const po::variables_map none;
    OptionReader reader(none, "sitrep-index");
    int number = 7;
    std::uint64_t bytes = 8;
    std::chrono::seconds time{9};
    reader.number("a", number, 1, 2);
    reader.size("a", bytes);
    reader.seconds("a", time, 10);
    CHECK(number == 7);
    CHECK(bytes == 8);
    CHECK(time.count() == 9);
    CHECK(reader.text("a").empty());
    CHECK(reader.texts("a").empty());
    CHECK_FALSE(reader.trouble());
}

TEST_CASE("option reader: the first complaint is kept, and sets nothing") {
    const po::variables_map values = given("3", "x");
    OptionReader reader(values, "sitrep-index");
    int number = 7;
    bool flag = true;
    reader.number("a", number, 1, 2);
    reader.choice("b", flag, Choices<bool>{{"yes", true}, {"no", false}});
    CHECK(number == 7);
    CHECK(flag);
    REQUIRE(reader.trouble());
    CHECK(reader.trouble()->code == ErrorCode::Usage);
    CHECK(reader.trouble()->message == "--a=3 is not a whole number from 1 to 2");
    CHECK(reader.trouble()->hint == "see sitrep-index --help");
}

TEST_CASE("option reader: sizes are bytes, or powers of 1024 with their letter") {
    struct Case {
        std::string text;
        std::uint64_t bytes;  ///< 0: refused
    };
    const std::vector<Case> cases = {{"1", 1},          {"500k", 500U << 10U}, {"32M", 32U << 20U},
                                     {"1g", 1U << 30U}, {"0", 0},              {"1T", 0},
                                     {"M", 0},          {"-1k", 0},            {"9999999999G", 0}};
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const po::variables_map values = given(c.text);
        OptionReader reader(values, "sitrep-index");
        std::uint64_t bytes = 0;
        reader.size("a", bytes);
        CHECK(bytes == c.bytes);
        CHECK(reader.trouble().has_value() == (c.bytes == 0));
    }
}

TEST_CASE("option reader: a list has each of its words once") {
    const Choices<int> choices{{"one", 1}, {"two", 2}};
    const po::variables_map values = given("two,one,two", "one,,two");
    OptionReader reader(values, "sitrep-query");
    std::vector<int> numbers;
    reader.list("a", numbers, choices);
    CHECK(numbers == std::vector<int>{2, 1});
    reader.list("b", numbers, choices);
    REQUIRE(reader.trouble());
    CHECK(reader.trouble()->message == "--b=one,,two is no list, with commas, of: one, two");
}
