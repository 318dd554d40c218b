#include "base/environment.hpp"
#include "settings/config_text.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
namespace po = boost::program_options;
using Strings = std::vector<std::string>;

namespace {

po::options_description options() {
    po::options_description all;
    all.add_options()("db", po::value<std::string>()->value_name("DB"), "the database")(
        "size", po::value<std::string>()->value_name("SIZE"), "how large (default: 32M)")(
        "skip", po::value<Strings>()->value_name("GLOB")->composing(), "what to leave out")(
        "from", po::value<std::string>()->value_name("FILE"), "paths")(
        "quiet,q", po::bool_switch(), "say little")("drop", po::bool_switch(), "once")(
        "config", po::value<std::string>()->value_name("FILE"), "settings")(
        "help", po::bool_switch(), "help");
    return all;
}

bool is_settable(std::string_view name) {
    return name != "drop" && name != "help" && name != "config";
}

/// What the tool makes of arguments and of a file /etc/sitrep with this text.
Result<Settings> read(const Strings& arguments, const std::string& text) {
    static const po::options_description all = options();
    const Tool tool{"sitrep-index", "index", all, is_settable};
    return read_settings(tool, arguments, "path", [&](const std::optional<std::string>&) {
        return parse_config("/etc/sitrep", text);
    });
}

std::string printed(const Settings& settings) {
    static const po::options_description all = options();
    return config_text({"sitrep-index", "index", all, is_settable}, settings,
                       {{"db", {"/var/news", "environment: SITREP_DB"}}});
}

}  // namespace

TEST_CASE("settings: the file gives what the command line leaves open") {
    const auto settings = read({"--size=1k", "a"},
                               "db = /x\n[index]\nsize = 64M\nquiet = true\n"
                               "skip = *.bak\nskip = tmp/\n");
    REQUIRE(settings);
    CHECK(settings->values["size"].as<std::string>() == "1k");
    CHECK(settings->values["db"].as<std::string>() == "/x");
    CHECK(settings->values["quiet"].as<bool>());
    CHECK(settings->values["skip"].as<Strings>() == Strings{"*.bak", "tmp/"});
    CHECK(settings->values["path"].as<Strings>() == Strings{"a"});
    CHECK_FALSE(settings->is_from_file("size"));
    CHECK(settings->is_from_file("db"));
}

TEST_CASE("settings: what the command line names holds alone, lists and switches too") {
    const auto settings = read({"--skip", "c", "--quiet=false", "--", "--quiet=true"},
                               "[index]\nskip = a\nskip = b\nquiet = true");
    REQUIRE(settings);
    CHECK(settings->values["skip"].as<Strings>() == Strings{"c"});
    CHECK_FALSE(settings->values["quiet"].as<bool>());
    CHECK(settings->values["path"].as<Strings>() == Strings{"--quiet=true"});
    CHECK(read({"--quiet=true"}, "")->values["quiet"].as<bool>());
}

TEST_CASE("settings: a section's own line holds over the one for both") {
    const auto settings =
        read({}, "db = /both\n[query]\ndb = /theirs\nunknown = 1\n[index]\ndb = /ours");
    REQUIRE(settings);
    CHECK(settings->values["db"].as<std::string>() == "/ours");
}

TEST_CASE("settings: names of files begin at home or beside the file") {
    CHECK(read({}, "db = news")->values["db"].as<std::string>() == "/etc/news");
    CHECK(read({}, "[index]\nfrom = -")->values["from"].as<std::string>() == "-");
    CHECK(read({}, "db = ~/news")->values["db"].as<std::string>().ends_with("/news"));
    CHECK(read({}, "db = ~/news")->values["db"].as<std::string>().front() == '/');
    CHECK(read({"--db=news"}, "")->values["db"].as<std::string>() == "news");
}

TEST_CASE("settings: home is known in paths of the command line, where shells leave it as it is") {
    const auto settings = read({"--db=~/news", "--from", "~", "--skip=~/x", "~/y"}, "");
    REQUIRE(settings);
    CHECK(settings->values["db"].as<std::string>() == from_home("~/news"));
    CHECK(settings->values["from"].as<std::string>() == from_home("~"));
    CHECK(settings->values["skip"].as<Strings>() == Strings{"~/x"});
    CHECK(settings->values["path"].as<Strings>() == Strings{"~/y"});
    CHECK(read({"--db=~other/news"}, "")->values["db"].as<std::string>() == "~other/news");
}

TEST_CASE("settings: the file's faults are named with their line") {
    struct Case {
        const char* text;
        const char* message;
    };
    const Case cases[] = {
        {"[index]\nsiez = 1", "/etc/sitrep:2: there is no setting siez; did you mean size?"},
        {"[index]\nvolume = 1", "/etc/sitrep:2: there is no setting volume of sitrep-index"},
        {"[index]\ndrop = true",
         "/etc/sitrep:2: drop is for the command line: it is not what every run should do"},
        {"[index]\nquiet = yes", "/etc/sitrep:2: quiet is true or false"},
        {"size = 1",
         "/etc/sitrep:1: size is not for both tools: it belongs below [index] or [query]"},
        {"[index]\nsize = 1\nsize = 2", "/etc/sitrep:3: size is set already, in line 2"},
        {"[index]\nq = true", "/etc/sitrep:2: there is no setting q of sitrep-index"},
        {"[index]\npath = x", "/etc/sitrep:2: there is no setting path of sitrep-index"},
    };
    for (const Case& c : cases) {
        const auto settings = read({}, c.text);
        REQUIRE_FALSE(settings);
        CHECK(settings.error().message == c.message);
        CHECK(settings.error().code == ErrorCode::Usage);
    }
    CHECK(read({"--help"}, "rubbish"));
}

TEST_CASE("settings: an error about a value of the file names its line") {
    const auto settings = read({}, "[index]\nskip = a\nskip = b\nsize = big");
    REQUIRE(settings);
    const auto placed = [&](const char* message) {
        return settings->placed({ErrorCode::Usage, message}).message;
    };
    CHECK(placed("--size=big is not a size") == "/etc/sitrep:4: size=big is not a size");
    CHECK(placed("--skip=b is no pattern") == "/etc/sitrep:3: skip=b is no pattern");
    CHECK(placed("--skip needs a pattern") == "/etc/sitrep:2: skip needs a pattern");
    CHECK(placed("--sizes is another") == "--sizes is another");
    CHECK(placed("--quiet is not of the file") == "--quiet is not of the file");
}

TEST_CASE("settings: a dropped setting is as if it had not been there") {
    auto settings = read({}, "[index]\nquiet = true\nsize = 1");
    REQUIRE(settings);
    settings->drop("quiet");
    settings->drop("size");
    settings->drop("skip");
    CHECK_FALSE(settings->values["quiet"].as<bool>());
    CHECK(settings->values.count("size") == 0);
    CHECK(settings->file.settings.empty());
}

TEST_CASE("settings: what is printed says where it is from, and reads back as the same") {
    const auto settings = read({"--skip=a", "--skip= b"}, "[index]\nquiet = true");
    REQUIRE(settings);
    const std::string text = printed(*settings);
    CHECK(text ==
          "# The settings of sitrep-index in effect. Configuration file: /etc/sitrep\n"
          "[index]\n\n"
          "# environment: SITREP_DB\ndb = /var/news\n\n"
          "# default\nsize = 32M\n\n"
          "# command line\nskip = a\n# a file cannot say: skip =  b\n\n"
          "# not set: paths\n#from = FILE\n\n"
          "# /etc/sitrep:2\nquiet = true\n");
    const auto again = read({}, text);
    REQUIRE(again);
    CHECK(again->values["size"].as<std::string>() == "32M");
    CHECK(again->values["skip"].as<Strings>() == Strings{"a"});
    CHECK(again->values["quiet"].as<bool>());
}
