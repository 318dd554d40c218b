#include "../settings/foreign_table.hpp"
#include "query/foreign_options.hpp"
#include "query/option_groups.hpp"
#include "query/options.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sitrep {
namespace {

using Arguments = std::vector<std::string>;

std::string trouble(const Arguments& arguments) {
    const Result<QueryOptions> options = parse_options(arguments);
    if (options) return "";
    CHECK(options.error().code == ErrorCode::Usage);
    CHECK(!options.error().hint.empty());
    return options.error().message;
}

std::string hint_of(const Arguments& arguments) {
    const Result<QueryOptions> options = parse_options(arguments);
    return options ? "" : options.error().hint;
}

QueryOptions good(const Arguments& arguments) {
    Result<QueryOptions> options = parse_options(arguments);
    REQUIRE_MESSAGE(options, options.error().message);
    return *options;
}

/// With a configuration file of this text.
QueryOptions good(const Arguments& arguments, const std::string& config) {
    Result<QueryOptions> options =
        parse_options(arguments, [&](const auto&) { return parse_config("config", config); });
    REQUIRE_MESSAGE(options, options.error().message);
    return *options;
}

}  // namespace

TEST_CASE("options: the words make the question, wherever they stand") {
    CHECK(good({"red", "--limit", "3", "blue sea", "--count", "green"}).question ==
          "red blue sea green");
    CHECK(good({"--count", "--", "red", "-blue", "--limit"}).question == "red -blue --limit");
    CHECK(good({"red -blue"}).question == "red -blue");
    CHECK(good({"red", "-"}).question == "red -");
}

TEST_CASE("options: have defaults") {
    const QueryOptions options = good({"red"});
    CHECK(options.databases.empty());
    CHECK(!options.batch);
    CHECK(options.format == OutputFormat::Text);
    CHECK(options.limit == 10);
    CHECK(options.offset == 0);
    CHECK(options.sort == SortOrder::Relevance);
    CHECK(options.colour == Colour::Auto);
    CHECK(good({"--batch", "f"}).format == OutputFormat::Trec);
}

TEST_CASE("options: a sample has its size, and a seed where one is given") {
    CHECK(good({"red"}).sample == 0);
    CHECK(good({"--sample=5", "red"}).sample == 5);
    CHECK(!good({"--sample=5", "red"}).seed);
    CHECK(good({"--sample=5", "--seed=4294967295", "red"}).seed == kMaxSeed);
    CHECK(trouble({"--seed=1", "red"}) == "--seed is for --sample");
    for (const char* other : {"--limit=3", "--offset=3"})
        CHECK(trouble({"--sample=5", other, "red"}) ==
              "--sample says itself how many hits are shown: leave --limit and --offset out");
    CHECK(trouble({"--sample=5", "--count", "red"}).starts_with("--sample draws from the hits"));
    CHECK(trouble({"--sample=5", "--batch=f"}).starts_with("--sample draws from the hits"));
}

TEST_CASE("options: what explains a hit stands alone") {
    CHECK(good({"--explain-hit=a", "red"}).explain_hit == "a");
    CHECK(trouble({"--explain-hit=a"}) == "what shall be searched for?");
    CHECK(trouble({"--explain-hit=a", "--show=b", "red"}).starts_with("--explain-hit explains"));
    CHECK(trouble({"--explain-hit=a", "--sort=date", "red"}).starts_with("--explain-hit explains"));
}

TEST_CASE("options: values are read") {
    const QueryOptions options = good({"--db", "d", "--format=json", "--limit=0", "--offset", "20",
                                       "--sort", "date", "--color", "never", "red"});
    CHECK(options.databases == std::vector<std::string>{"d"});
    CHECK(options.format == OutputFormat::Json);
    CHECK(options.limit == 0);
    CHECK(options.offset == 20);
    CHECK(options.sort == SortOrder::Newest);
    CHECK(options.colour == Colour::Never);
    CHECK(good({"--batch", "-", "--syntax", "--tag", "run7"}).batch == "-");
    CHECK(good({"--batch", "-", "--format=json", "--offset=5"}).offset == 5);
    CHECK(good({"--batch", "-", "--offset=0"}).offset == 0);
    CHECK(good({"--help"}).help);
    CHECK(good({"-h", "red"}).help);
    CHECK(good({"-V"}).version);
    CHECK(good({"--help-fields"}).help_fields);
}

TEST_CASE("options: every bad value gives the same shape of message") {
    struct Case {
        Arguments arguments;
        std::string message;
    };
    const std::string range = " is not a whole number from 0 to 1000000000";
    const std::vector<Case> cases = {
        {{"--limit", "-5", "x"}, "--limit=-5" + range},
        {{"--limit=+5", "x"}, "--limit=+5" + range},
        {{"--limit=1.5", "x"}, "--limit=1.5" + range},
        {{"--limit=10k", "x"}, "--limit=10k" + range},
        {{"--limit=1000000001", "x"}, "--limit=1000000001" + range},
        {{"--offset=99999999999999999999", "x"}, "--offset=99999999999999999999" + range},
        {{"--offset= 1", "x"}, "--offset= 1" + range},
        {{"--sample=0", "x"}, "--sample=0 is not a whole number from 1 to 10000"},
        {{"--open=0", "x"}, "--open=0 is not a whole number from 1 to 1000000000"},
        {{"--timeout=0", "x"}, "--timeout=0 is not a whole number of seconds from 1 to 3600"},
        {{"--format", "xml", "x"},
         "--format=xml is not one of: text, json, jsonl, csv, tsv, paths, paths0, markdown, html, "
         "bibtex, csl-json, trec"},
        {{"--facet=outlet,", "x"},
         "--facet=outlet, is no list, with commas, of: outlet, section, author, year, designator"},
        {{"--timeline=decade", "x"}, "--timeline=decade is not one of: day, week, month, year"},
        {{"--sort=score", "x"}, "--sort=score is not one of: relevance, date, oldest"},
        {{"--color=blue", "x"}, "--colour=blue is not one of: auto, always, never"},
    };
    for (const Case& c : cases) CHECK(trouble(c.arguments) == c.message);
}

TEST_CASE("options: what is no option is refused, never guessed") {
    struct Case {
        Arguments arguments;
        std::string message;
    };
    const std::vector<Case> cases = {
        {{"--bogus", "x"}, "there is no option --bogus"},
        {{"--lim", "5", "x"}, "there is no option --lim"},
        {{"--word=x"}, "there is no option --word"},
        {{"red", "-blue"}, "there is no option -blue"},
        {{"-n", "5", "x"}, "there is no option -n"},
        {{"x", "--limit"}, "--limit needs a value"},
        {{"x", "--limit="}, "--limit needs a value"},
        {{"--count=1", "x"}, "--count takes no value"},
        {{"--show=a", "--show=b"}, "--show is given twice"},
        {{"--watch-remove=a", "--watch-remove=b"}, "--watch-remove is given twice"},
    };
    for (const Case& c : cases) CHECK(trouble(c.arguments) == c.message);
}

TEST_CASE("options: what other tools call by another name is told by ours") {
    test::check_foreign_table(foreign_options(), all_options(), "sitrep-index");
    for (const auto& [argument, hint] : std::vector<std::pair<std::string, std::string>>{
             {"--json", "did you mean --format=json?"},
             {"--author=Smith", "in the question: author:NAME"},
             {"--max-count=5", "did you mean --limit=N?"},
             {"--watch-rm=ships", "did you mean --watch-remove=NAME?"},
             {"--collapse", "copies of an article are one hit already; --no-collapse shows each"},
             {"--nonsense", "see sitrep-query --help"}})
        CHECK(hint_of({argument, "x"}) == hint);
}

TEST_CASE("options: letters and numbers of grep and head are told by our names") {
    for (const auto& [argument, hint] :
         std::vector<std::pair<std::string, std::string>>{{"-n", "did you mean --limit=N?"},
                                                          {"-5", "did you mean --limit=5?"},
                                                          {"-n20", "did you mean --limit=20?"},
                                                          {"-c", "did you mean --count?"},
                                                          {"-l", "did you mean --format=paths?"},
                                                          {"-v", "in the question: -WORD"}})
        CHECK(hint_of({"x", argument}) == hint);
    for (const char* word : {"-blue", "-2015", "-x", "-n20x"})
        CHECK(hint_of({"x", word}).find("put it inside the quoted question") != std::string::npos);
}

TEST_CASE("options: of a setting given twice the last holds, as behind an alias") {
    CHECK(good({"--limit=5", "--format=json", "x", "--limit", "20"}).limit == 20);
    CHECK(good({"--count", "--count", "x"}).count);
    CHECK_FALSE(good({"--count", "--count=false", "x"}).count);
    CHECK(good({"--count=false", "--count", "x"}).count);
    CHECK(good({"--colour=never", "--color=always", "x"}).colour == Colour::Always);
    CHECK(good({"--db=a", "--db=b", "x"}).databases == Arguments{"a", "b"});
    CHECK(good({"--limit=3", "--limit=4", "x"}, "[query]\nlimit = 5").limit == 4);
}

TEST_CASE("options: words are taken in any case, and the nearest is named where one is near") {
    CHECK(good({"--format=JSON", "x"}).format == OutputFormat::Json);
    CHECK(good({"--sort=Date", "--colour=NEVER", "x"}).sort == SortOrder::Newest);
    CHECK(good({"--facet=Outlet,YEAR", "x"}).facets == std::vector{Facet::Outlet, Facet::Year});
    for (const auto& [argument, hint] : std::vector<std::pair<std::string, std::string>>{
             {"--format=jason", "did you mean json?"},
             {"--format=xml", "see sitrep-query --help"},
             {"--facet=outlet,years", "did you mean year?"},
             {"--timeline=Monthly", "did you mean month?"},
             {"--sort=newest", "did you mean --sort=date? (newest first)"},
             {"--sort=alphabet", "see sitrep-query --help"}})
        CHECK(hint_of({argument, "x"}) == hint);
}

TEST_CASE("options: -word of its own brings the hint how to exclude a word") {
    const Result<QueryOptions> options = parse_options({"red", "-blue"});
    REQUIRE(!options);
    CHECK(options.error().hint.find("inside the quoted question or after --") != std::string::npos);
    CHECK(options.error().hint.find("'WORDS -blue'") != std::string::npos);
}

TEST_CASE("options: combinations that mean nothing are refused") {
    struct Case {
        Arguments arguments;
        std::string message;
    };
    const std::vector<Case> cases = {
        {{}, "what shall be searched for?"},
        {{"", " "}, "what shall be searched for?"},
        {{"--batch", "f", "red"}, "--batch brings its own questions: leave the words out"},
        {{"--batch", "f", "--count"}, "--count is for one question, not for --batch"},
        {{"--batch", "f", "--explain"}, "--explain is for one question, not for --batch"},
        {{"--batch", "f", "--format=text"}, "--batch prints trec, json or jsonl"},
        {{"--batch", "f", "--format=paths"}, "--batch prints trec, json or jsonl"},
        {{"--count", "--format=json", "x"}, "--count prints a number only: leave --format out"},
        {{"--count", "--explain", "x"}, "--count prints a number only: leave --explain out"},
        {{"--syntax", "x"}, "--syntax is for --batch: here operators work always"},
        {{"--tag=t", "x"}, "--tag is for --format=trec"},
        {{"--tag=a b", "--batch=f"}, "--tag needs one word"},
        {{"--sort=date", "--batch=f"},
         "--format=trec is a run, ordered by score: leave --sort out"},
        {{"--offset=1", "--batch=f"},
         "--offset is not for --format=trec: a run begins at its first hit"},
        {{"--offset=10", "--format=trec", "x"},
         "--offset is not for --format=trec: a run begins at its first hit"},
        {{"--explain", "--format=json", "x"}, "--explain is for --format=text"},
        {{"--facet=year", "--batch=f"},
         "--facet, --timeline and --terms are for the hits of one question: leave --batch and "
         "--count out"},
        {{"--show=a", "--open=1"}, "--show and --open do not go together"},
        {{"--like=a", "x"},
         "--like finds by an article alone: leave words, --batch, --show, --open and --count out"},
        {{"--terms", "--count", "x"},
         "--facet, --timeline and --terms are for the hits of one question: leave --batch and "
         "--count out"},
        {{"--original", "x"}, "--original is for --open"},
        {{"--open=1"}, "what shall be searched for?"},
        {{"--show=a", "--count", "x"},
         "--show prints an article: leave --batch, --count, --explain and --format out"},
        {{"--open=1", "--facet=year", "x"},
         "--open prints an article: leave --facet, --timeline and --terms out"},
        {{"--duplicates=a", "--facet=outlet"},
         "--duplicates shows the copies of one article, the original first: leave --facet out"},
        {{"--duplicates=a", "--show=b"},
         "--duplicates shows the copies of one article, the original first: leave --show out"},
        {{"--duplicates=a", "--like=b"},
         "--duplicates shows the copies of one article, the original first: leave --like out"},
        {{"--acronyms", "--like=a"}, "--acronyms prints a list only: leave --like out"},
        {{"--acronyms", "--open=1", "x"}, "--acronyms prints a list only: leave --open out"},
        {{"--acronyms", "--sort=date"}, "--acronyms prints a list only: leave --sort out"},
        {{"--acronyms", "--recency=5d"}, "--acronyms prints a list only: leave --recency out"},
        {{"--export=jsonl", "--terms"},
         "--export writes all articles whole, unranked: leave --terms out"},
        {{"--timeline=year", "--format=csv", "x"},
         "--facet, --timeline and --terms are for --format=text, json, markdown or html"},
    };
    for (const Case& c : cases) CHECK(trouble(c.arguments) == c.message);
}

TEST_CASE("options: of settings that do not go with the command line as few give way as must") {
    const std::string config = "[query]\nsort = date\nfacet = outlet\ntimeline = year\nlimit = 3\n";
    const QueryOptions paths = good({"--format=paths", "red"}, config);
    CHECK(paths.facets.empty());
    CHECK(!paths.timeline);
    CHECK(paths.sort == SortOrder::Newest);
    CHECK(paths.limit == 3);
    CHECK(good({"red"}, config).timeline);
    CHECK(good({"--explain-hit", "a", "red"}, config).sort == SortOrder::Relevance);
    CHECK(good({"--duplicates", "a"}, config).limit == 3);
    CHECK(good({"--acronyms", "red"}, config).facets.empty());
    CHECK(!parse_options({"--count", "--explain", "red"},
                         [&](const auto&) { return parse_config("config", config); }));
}

TEST_CASE("options: the help names what is asked for often, and what is not for people never") {
    const std::string help = help_text();
    for (const char* option :
         {"--db", "--format", "--count", "--limit", "--offset", "--sort", "--explain", "--batch",
          "--colour", "--help-fields", "--help", "--version"}) {
        CHECK(help.find(option) != std::string::npos);
    }
    CHECK(help.find("--word") == std::string::npos);
}

}  // namespace sitrep
