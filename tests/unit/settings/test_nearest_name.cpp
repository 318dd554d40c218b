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
    CHECK(nearest_name("dbs", names) == "db");
    CHECK(nearest_name("wide", names).empty());
    CHECK(nearest_name("unquote", names) == "");
    CHECK(nearest_name("collude", names).empty());
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

TEST_CASE("nearest name: what other tools call it comes before what looks like it") {
    boost::program_options::options_description options;
    options.add_options()("force-delete", "")("rebuild", "")("no-fold", "")("sort", "");
    constexpr ForeignOption kTable[] = {{"force full", "did you mean --rebuild?"},
                                        {"json xml", "did you mean --format={}?"}};
    CHECK(option_suggestion("--force", options, kTable) == "did you mean --rebuild?");
    CHECK(option_suggestion("--xml=x", options, kTable) == "did you mean --format=xml?");
    CHECK(option_suggestion("--forc", options, kTable) == "did you mean --force-delete?");
    CHECK(option_suggestion("--srot", options, kTable) == "did you mean --sort?");
}

TEST_CASE("nearest name: the opposite is never what was meant") {
    boost::program_options::options_description options;
    options.add_options()("no-ack", "")("strict", "");
    for (const char* other : {"--ack", "--n-ack", "--no-strict"}) {
        CAPTURE(other);
        CHECK(option_suggestion(other, options).empty());
    }
    CHECK(option_suggestion("--no-akc", options) == "did you mean --no-ack?");
}
