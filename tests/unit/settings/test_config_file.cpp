#include "settings/config_file.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("config file: settings stand below their section, or before any for both tools") {
    const auto file = parse_config("c",
                                   "\xEF\xBB\xBF"
                                   "db = ~/news\r\n"
                                   "\n"
                                   "# a comment\n"
                                   "; another\n"
                                   "  [ index ]\n"
                                   "filter=docx = pandoc -t html {} # no comment\n"
                                   "[query]\n"
                                   "limit\t=\t20");
    REQUIRE(file);
    REQUIRE(file->settings.size() == 3);
    CHECK(file->settings[0].section.empty());
    CHECK(file->settings[0].value == "~/news");
    CHECK(file->settings[1].section == "index");
    CHECK(file->settings[1].name == "filter");
    CHECK(file->settings[1].value == "docx = pandoc -t html {} # no comment");
    CHECK(file->settings[1].line == 6);
    CHECK(file->settings[2].section == "query");
    CHECK(file->settings[2].name == "limit");
    CHECK(file->settings[2].value == "20");
    CHECK(parse_config("c", "")->settings.empty());
}

TEST_CASE("config file: what is none is named with its line") {
    struct Case {
        std::string text;
        const char* message;
    };
    const Case cases[] = {
        {"\n\nverbose", "c:3: verbose is not NAME = VALUE"},
        {"db =", "c:1: db needs a value"},
        {"= x", "c:1: '' is no name"},
        {"a b = x", "c:1: 'a b' is no name"},
        {"[indexer]", "c:1: [indexer] is neither [index] nor [query]"},
        {"[index", "c:1: [index is neither [index] nor [query]"},
        {"[]", "c:1: [] is neither [index] nor [query]"},
        {"[", "c:1: [ is neither [index] nor [query]"},
        {std::string("db = x\0y", 8), "c:1: a NUL byte: this is no text file"},
    };
    for (const Case& c : cases) {
        const auto file = parse_config("c", c.text);
        REQUIRE_FALSE(file);
        CHECK(file.error().code == ErrorCode::Usage);
        CHECK(file.error().message == c.message);
    }
}
