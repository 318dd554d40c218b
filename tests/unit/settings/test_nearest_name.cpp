#include "settings/nearest_name.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("nearest name: a slip finds the name, something else finds none") {
    const std::vector<std::string> names = {"db", "include", "exclude", "max-file-size", "quiet"};
    CHECK(nearest_name("inclued", names) == "include");
    CHECK(nearest_name("exclud", names) == "exclude");
    CHECK(nearest_name("max_file_size", names) == "max-file-size");
    CHECK(nearest_name("maxfilesize", names) == "max-file-size");
    CHECK(nearest_name("quite", names) == "quiet");
    CHECK(nearest_name("bd", names) == "db");
    CHECK(nearest_name("colour", names).empty());
    CHECK(nearest_name("xy", names).empty());
    CHECK(nearest_name(std::string(100'000, 'x'), names).empty());
    CHECK(nearest_name("db", {}).empty());
}

TEST_CASE("nearest name: an option that is none is likened to those that there are") {
    boost::program_options::options_description options;
    options.add_options()("format", "")("limit", "")("like", "")("exclude,e", "")("s1", "")(
        "s2", "")("s3", "")("s4", "");
    CHECK(option_suggestion("--frmat", options) == "did you mean --format?");
    CHECK(option_suggestion("--exlude=x", options) == "did you mean --exclude?");
    CHECK(option_suggestion("--lim", options) == "did you mean --limit?");
    CHECK(option_suggestion("-l", options) == "did you mean --limit or --like?");
    for (const char* other : {"-x", "-s", "--nonsense", "--", "--=x"}) {
        CAPTURE(other);
        CHECK(option_suggestion(other, options).empty());
    }
}
