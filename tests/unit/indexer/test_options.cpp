#include "../settings/foreign_table.hpp"
#include "indexer/foreign_options.hpp"
#include "indexer/option_groups.hpp"
#include "indexer/options.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

using Arguments = std::vector<std::string>;

TEST_CASE("options: paths and flags may mix") {
    const auto options = parse_options(
        {"a", "--db", "x", "b", "--include=*.txt", "--include", "*.md", "-v", "--summary=json"});
    REQUIRE(options);
    CHECK(options->paths == Arguments{"a", "b"});
    CHECK(options->database == "x");
    CHECK(options->include == Arguments{"*.txt", "*.md"});
    CHECK(options->verbosity == Verbosity::Verbose);
    CHECK(options->summary == SummaryForm::Json);
    CHECK(parse_options({"--", "-rf.txt"})->paths == Arguments{"-rf.txt"});
}

TEST_CASE("options: lines are learned unless it is said otherwise") {
    CHECK(parse_options({})->learns);
    CHECK_FALSE(parse_options({"--no-learned-boilerplate"})->learns);
}

TEST_CASE("options: an id names one folder") {
    CHECK(parse_options({"--root-id=news-2.x_1", "a"})->root_id == "news-2.x_1");
    CHECK_FALSE(parse_options({"--root-id=news"}));
    CHECK_FALSE(parse_options({"--root-id=news", "a", "b"}));
    CHECK_FALSE(parse_options({"--root-id=news", "a", "--files-from=list"}));
    for (const char* wrong : {"", "-x", ".x", "a b", "a/b", "files", "\xC3\xA4"})
        CHECK_FALSE(parse_options({std::string("--root-id=") + wrong, "a"}));
    CHECK_FALSE(parse_options({"--root-id=" + std::string(65, 'x'), "a"}));
}

TEST_CASE("options: a dry run is a run of its own, over what is named") {
    CHECK(parse_options({"--dry-run", "a"})->task == Task::DryRun);
    CHECK(parse_options({"-n"})->task == Task::DryRun);
    CHECK_FALSE(parse_options({"--dry-run", "--forget", "a"}));
    CHECK_FALSE(parse_options({"--dry-run", "--rebuild"}));
    CHECK(parse_options({"--list-failed"})->task == Task::ListFailed);
    CHECK_FALSE(parse_options({"--list-failed", "a"}));
}

TEST_CASE("options: a share of removals is a percentage") {
    CHECK(parse_options({})->removals.percent == 20);
    CHECK(parse_options({"--max-delete=0"})->removals.percent == 0);
    CHECK(parse_options({"--max-delete=35%"})->removals.percent == 35);
    CHECK(parse_options({"--force-delete"})->removals.forced);
    for (const char* wrong : {"101", "-1", "", "%", "1.5", "x"})
        CHECK_FALSE(parse_options({std::string("--max-delete=") + wrong}));
}

TEST_CASE("options: sizes are bytes, or powers of 1024") {
    CHECK(parse_options({})->max_file_bytes == 32U << 20U);
    CHECK(parse_options({"--max-file-size=500"})->max_file_bytes == 500);
    CHECK(parse_options({"--max-file-size=2k"})->max_file_bytes == 2048);
    CHECK(parse_options({"--max-file-size=1G"})->max_file_bytes == 1U << 30U);
}

TEST_CASE("options: what is wrong is said in one shape") {
    struct Case {
        Arguments arguments;
        const char* message;
    };
    const Case cases[] = {
        {{"--summary=xml"}, "--summary=xml is not one of: text, json"},
        {{"--dump=html", "a"}, "--dump=html is not one of: article, blocks, tokens, document"},
        {{"--dump=article"}, "--dump needs files to look at"},
        {{"--max-file-size=0"}, "--max-file-size=0 is not a size such as 500k, 32M or 1G"},
        {{"--max-file-size=-1"}, "--max-file-size=-1 is not a size such as 500k, 32M or 1G"},
        {{"--max-file-size=9x"}, "--max-file-size=9x is not a size such as 500k, 32M or 1G"},
        {{"--db", ""}, "--db needs the name of a folder"},
        {{"-0", "a"}, "--null is for --files-from"},
        {{"-q", "-v"}, "--quiet and --verbose exclude one another"},
        {{"--nosuch"}, "there is no option --nosuch"},
        {{"--verb"}, "there is no option --verb"},
    };
    for (const Case& c : cases) {
        const auto options = parse_options(c.arguments);
        REQUIRE_FALSE(options);
        CHECK(options.error().message == c.message);
        CHECK(options.error().code == ErrorCode::Usage);
    }
}

TEST_CASE("options: what other tools call by another name is told by ours") {
    boost::program_options::options_description all;
    for (const auto& group : option_groups()) all.add(group);
    test::check_foreign_table(foreign_options(), all, "sitrep-query");
    for (const auto& [argument, hint] : std::vector<std::pair<std::string, std::string>>{
             {"--force", "did you mean --rebuild? (a plain run reads what changed)"},
             {"--delete=news",
              "did you mean --forget=ROOT? (what vanished from a folder goes by itself)"},
             {"-r", "folders are read with all that is in them"},
             {"--threads=4", "did you mean --jobs=N?"},
             {"--nosuch", "see sitrep-index --help"}}) {
        const auto options = parse_options({argument});
        REQUIRE_FALSE(options);
        CHECK(options.error().hint == hint);
    }
}

TEST_CASE("options: of a setting given twice the last holds, what names things to do is refused") {
    CHECK(parse_options({"--db=a", "-j2", "--db=b", "--jobs=3"})->database == "b");
    CHECK(parse_options({"-j2", "--jobs=3"})->jobs == 3);
    CHECK(parse_options({"-qq"})->verbosity == Verbosity::Quiet);
    CHECK(parse_options({"-q", "--quiet=false"})->verbosity == Verbosity::Normal);
    CHECK(parse_options({"--quiet=false", "-q"})->verbosity == Verbosity::Quiet);
    CHECK(parse_options({"--forget=a", "--forget=b"})->forget == Arguments{"a", "b"});
    for (const char* name : {"--files-from", "--root-id", "--reshard", "--shard", "--shards"}) {
        const auto options = parse_options({std::string(name) + "=1", std::string(name) + "=2"});
        REQUIRE_FALSE(options);
        CHECK(options.error().message == std::string(name) + " is given twice");
    }
}

TEST_CASE("options: a list of files in the settings is for runs, not for looking at the database") {
    const auto with_list = [](const Arguments& arguments) {
        return parse_options(arguments, [](const auto&) {
            return parse_config("config", "[index]\nfiles-from = list\nnull = true\n");
        });
    };
    CHECK(with_list({})->files_from.ends_with("list"));
    CHECK(with_list({"--stats"})->files_from.empty());
    CHECK(with_list({"--dump=article", "a.txt"})->files_from.empty());
    CHECK_FALSE(with_list({"--stats", "a.txt"}));
}

TEST_CASE("options: what a configuration file may not have are options, and do a thing once") {
    boost::program_options::options_description all;
    for (const auto& group : option_groups()) all.add(group);
    for (const std::string_view name : options_of_one_run()) {
        CAPTURE(name);
        CHECK(all.find_nothrow(std::string(name), false) != nullptr);
        CHECK_FALSE(is_settable(name));
    }
    CHECK(is_settable("max-file-size"));
}

TEST_CASE("options: programs are looked for where the run may start them") {
    const auto refuses = [](const char* option, const Arguments& arguments) {
        const std::string setting = std::string("[index]\n") + option + "\n";
        const auto options =
            parse_options(arguments, [&](const auto&) { return parse_config("config", setting); });
        if (!options) CHECK(options.error().message.find("config:2: ") == 0);
        return !options;
    };
    const std::vector<Arguments> looking = {{"--stats"},   {"--list-failed"},  {"--verify"},
                                            {"--digest"},  {"--compact"},      {"--reshard=2"},
                                            {"--dry-run"}, {"--print-config"}, {"--help"}};
    for (const char* option : {"filter = odd=no-such-program {}", "on-change = no-such-program"}) {
        CHECK(refuses(option, {}));
        CHECK(refuses(option, {"a"}));
        CHECK(refuses(option, {"--rebuild"}));
        for (const Arguments& arguments : looking) CHECK_FALSE(refuses(option, arguments));
    }
    CHECK(refuses("filter = odd=no-such-program {}", {"--dump=article", "a.odd"}));
    CHECK_FALSE(refuses("on-change = no-such-program", {"--dump=article", "a.odd"}));
    CHECK(refuses("filter = odd", {"--stats"}));
}
