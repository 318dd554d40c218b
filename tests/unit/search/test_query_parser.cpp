#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "search/query_parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sitrep {
namespace {

constexpr Day kToday{2021, 6, 15};

/// Of the question as it is read when it may be put right.
std::string tree(std::string_view question) {
    std::vector<QueryRepair> repairs;
    const Result<QueryPtr> query = parse_query(question, kToday, {&repairs, {}});
    return query ? to_string(**query) : "error: " + query.error().message;
}

struct TreeCase {
    std::string question;
    std::string tree;
};

void check(const std::vector<TreeCase>& cases) {
    for (const TreeCase& c : cases) {
        CAPTURE(c.question);
        CHECK(tree(c.question) == c.tree);
    }
}

/// The error's sentence and the text from the caret's column on.
struct ErrorCase {
    std::string question;
    std::string what;
    std::string at;
};

void check(const std::vector<ErrorCase>& cases) {
    for (const ErrorCase& c : cases) {
        CAPTURE(c.question);
        const Result<QueryPtr> query = parse_query(c.question, kToday);
        REQUIRE(!query);
        CHECK(query.error().code == ErrorCode::BadQuery);
        const std::vector<std::string_view> lines = split(query.error().message, '\n');
        REQUIRE(lines.size() == 3);
        CHECK(lines[0] == c.what);
        const std::size_t caret = lines[2].find('^');
        std::size_t at = 0;
        for (std::size_t column = 0; column < caret && at < lines[1].size(); ++column) {
            at += utf8::decode(lines[1], at).length;
        }
        CHECK(lines[1].substr(at) == c.at);
    }
}

}  // namespace

TEST_CASE("query parser: words side by side are an implicit AND") {
    check(std::vector<TreeCase>{
        {"japan", "japan"},
        {"  japan  ", "japan"},
        {"japan cyber", "(and japan cyber)"},
        {"japan\u00A0cyber\u3000navy", "(and japan cyber navy)"},
        {"F-35 U.S.-led AN/SPY-6(V)1", "(and F-35 U.S.-led AN/SPY-6(V)1)"},
    });
}

TEST_CASE("query parser: NOT binds tighter than AND, AND tighter than OR") {
    check(std::vector<TreeCase>{
        {"a AND b", "(AND a b)"},
        {"a OR b c", "(or a (and b c))"},
        {"a AND b OR c AND NOT d", "(or (AND a b) (AND c (not d)))"},
        {"a b AND c", "(AND (and a b) c)"},
        {"(a OR b) c", "(and (or a b) c)"},
        {"a NOT (b OR c)", "(and a (not (or b c)))"},
        {"a NOT NOT b", "(and a b)"},
        {"NOT a b", "(and (not a) b)"},
        {"a (-b -c)", "(and a (not b) (not c))"},
        {"((a))", "a"},
        {"and or not", "(and and or not)"},
    });
}

TEST_CASE("query parser: a minus excludes where a word could begin") {
    check(std::vector<TreeCase>{
        {"navy -test", "(and navy (not test))"},
        {"-test navy", "(and (not test) navy)"},
        {"navy -\"sea trial\"", "(and navy (not (phrase \"sea trial\")))"},
        {"navy -(a b)", "(and navy (not (and a b)))"},
        {"navy -title:test", "(and navy (not title:test))"},
        {"navy - test", "(and navy test)"},
        {"navy \u2013 test -", "(and navy \u2013 test -)"},
        {"navy -japan,korea", "(and navy (not (or japan korea)))"},
        {"navy NOT japan,\"sea trial\",b;c d",
         "(and navy (not (or japan (phrase \"sea trial\") b c)) d)"},
        {"-\"a b\",1,200 c,d", "(and (not (or (phrase \"a b\") 1,200)) c d)"},
        {"navy -(a,b) -c,", "(and navy (not (and a b)) (not c,))"},
        {"state-sponsored", "state-sponsored"},
        {"\"sea\"-test", "(and (phrase \"sea\") -test)"},
        {"navy \u00C5-test -\u00C5", "(and navy \u00C5-test (not \u00C5))"},
    });
}

TEST_CASE("query parser: every kind of double quote makes a phrase") {
    check(std::vector<TreeCase>{
        {"\"sea trial\"", "(phrase \"sea trial\")"},
        {"\u201Csea trial\u201D", "(phrase \"sea trial\")"},
        {"\u201Esea trial\u201C off", "(and (phrase \"sea trial\") off)"},
        {"\u00ABsea trial\u00BB", "(phrase \"sea trial\")"},
        {"\uFF02sea trial\"", "(phrase \"sea trial\")"},
        {"\"( AND -\"", "(phrase \"( AND -\")"},
        {"off\"sea trial\"off", "(and off (phrase \"sea trial\") off)"},
        {"China\u2019s", "China\u2019s"},
    });
}

TEST_CASE("query parser: a field governs a word, a phrase or a group") {
    check(std::vector<TreeCase>{
        {"section:cyber japan", "(and section:cyber japan)"},
        {"Headline:\"sea trial\"", "(phrase title:\"sea trial\")"},
        {"title:(a \"b c\" OR d)", "(or (and title:a (phrase title:\"b c\")) title:d)"},
        {"title:(a author:b)", "(and title:a author:b)"},
        {"section:10:30", "section:10:30"},
        {"lang:\"en\"", "lang:en"},
        {"title:AND", "title:AND"},
    });
}

TEST_CASE("query parser: dates are ranges of days") {
    check(std::vector<TreeCase>{
        {"date:2015..2016", "date:2015..2016"},
        {"japan date:2015-04", "(and japan date:2015-04)"},
        {"date:(2015 OR 2017)", "(or date:2015 date:2017)"},
        {"date:\"May 29, 2015\"", "date:May 29, 2015"},
        {"date:today", "date:today"},
    });
    const Result<QueryPtr> query = parse_query("published:\"May 29, 2015\"", kToday);
    REQUIRE(query);
    const Day day{2015, 5, 29};
    CHECK(std::get<DateQuery>((*query)->node).range == DayRange{day, day});
}

TEST_CASE("query parser: a colon that names no field is part of a word") {
    check(std::vector<TreeCase>{
        {"10:30", "10:30"},
        {"Exclusive: tank", "(and Exclusive: tank)"},
        {"F-35:cost", "F-35:cost"},
        {":", ":"},
        {"a: (b)", "(and a: b)"},
    });
}

TEST_CASE("query parser: what cannot be read is shown with a caret under the place") {
    check(std::vector<ErrorCase>{
        {"", "nothing to find: the question is empty", ""},
        {"section:cyber,\"", "this quote is never closed", "\""},
        {"size:>1,200", "this is not a number of words", ">1,200"},
        {"navy - army", "a - with a space behind it leaves nothing out", "- army"},
        {"cyber \"foo bar", "this quote is never closed", "\"foo bar"},
        {"\u00C5land \u201Cfoo", "this quote is never closed", "\u201Cfoo"},
        {"a \" \" b", "there is nothing between these quotes", "\" \" b"},
        {"a ()", "these parentheses are empty", "()"},
        {"a (b", "this parenthesis is never closed", "(b"},
        {"a (", "this parenthesis is never closed", "("},
        {"a (b c OR", "OR has nothing after it", "OR"},
        {"a) b", "this parenthesis closes nothing", ") b"},
        {")", "this parenthesis closes nothing", ")"},
        {"AND a", "AND has nothing before it", "AND a"},
        {"a AND", "AND has nothing after it", "AND"},
        {"a AND OR b", "AND has nothing after it", "AND OR b"},
        {"OR a", "OR has nothing before it", "OR a"},
        {"a OR", "OR has nothing after it", "OR"},
        {"(a OR) b", "OR has nothing after it", "OR) b"},
        {"a NOT", "NOT has nothing after it", "NOT"},
        {"a foo:bar", "there is no field of this name", "foo:bar"},
        {"a after:2011", "there is no field of this name", "after:2011"},
        {"foo:\"bar\"", "there is no field of this name", "foo:\"bar\""},
        {"a title: b", "a field needs its word right after the colon", "title: b"},
        {"a & b", "& alone says nothing; AND and OR do", "& b"},
        {"date:june 2015", "a date of several words stands in quotes", "june 2015"},
        {"title:", "a field needs its word right after the colon", "title:"},
        {"title:-b", "a minus stands before the field: -title:...", "-b"},
        {"date:yore", "this is not a date", "yore"},
        {"date:2015-13-40", "this is not a date", "2015-13-40"},
        {"\x1B[2J \"x", "this quote is never closed", "\"x"},
        {"\xFF \"x", "this quote is never closed", "\"x"},
    });
}

TEST_CASE("query parser: excluding needs something to exclude from") {
    const std::string only = "nothing to find: this only excludes";
    check(std::vector<ErrorCase>{
        {"-a", only, "-a"},
        {"NOT a NOT b", only, "NOT a NOT b"},
        {"a OR -b", "nothing to find: this side of OR only excludes", "-b"},
        {"a NOT (-b -c)", only, "-b -c)"},
        {"(a OR NOT b) c", "nothing to find: this side of OR only excludes", "NOT b) c"},
    });
}

TEST_CASE("query parser: an unknown field's error lists the fields") {
    const Result<QueryPtr> query = parse_query("foo:bar", kToday);
    REQUIRE(!query);
    CHECK(query.error().hint.find("body, title, deck, lead, section, author, outlet, lang, date") !=
          std::string::npos);
}

TEST_CASE("query parser: a long question is shown around the place") {
    const std::string question = std::string(300, 'a') + " \"never closed " + std::string(300, 'b');
    const Result<QueryPtr> query = parse_query(question, kToday);
    REQUIRE(!query);
    const std::vector<std::string_view> lines = split(query.error().message, '\n');
    REQUIRE(lines.size() == 3);
    CHECK(utf8::length(lines[1]) < 140);
    CHECK(lines[1].starts_with("  …aaa"));
    CHECK(lines[1].ends_with("bbb…"));
}

TEST_CASE("query parser: long, wide and deep questions are refused, not crashed on") {
    CHECK(tree(std::string(100'000, '(')).find("too long") != std::string::npos);
    CHECK(tree(std::string(kMaxQueryBytes, '(')).find("nested too deep") != std::string::npos);
    std::string nots;
    for (int i = 0; i < 1000; ++i) nots += "NOT ";
    CHECK(tree(nots + "a").find("nested too deep") != std::string::npos);
    const std::string deepest =
        std::string(kMaxQueryDepth, '(') + "a" + std::string(kMaxQueryDepth, ')');
    CHECK(tree(deepest) == "a");
    CHECK(tree("(" + deepest + ")").find("nested too deep") != std::string::npos);
    std::string words;
    for (std::size_t i = 0; i < kMaxQueryLeaves; ++i) words += "a ";
    CHECK(parse_query(words, kToday));
    CHECK(tree(words + "b").find("too many words") != std::string::npos);
}

TEST_CASE("query parser: nodes know their column") {
    const Result<QueryPtr> query = parse_query("navy  -(sea title:trial)", kToday);
    REQUIRE(query);
    const auto& all = std::get<AndQuery>((*query)->node);
    CHECK(all.children[0]->column == 0);
    CHECK(all.children[1]->column == 6);
    const auto& group = std::get<AndQuery>(std::get<NotQuery>(all.children[1]->node).child->node);
    CHECK(group.children[0]->column == 8);
    CHECK(group.children[1]->column == 18);
}

TEST_CASE("query parser: XOR binds looser than AND and tighter than OR") {
    check(std::vector<TreeCase>{
        {"a XOR b", "(xor a b)"},
        {"a b XOR c OR d XOR e", "(or (xor (and a b) c) (xor d e))"},
    });
    check(std::vector<ErrorCase>{
        {"a XOR -b", "nothing to find: this side of XOR only excludes", "-b"},
    });
}

TEST_CASE("query parser: NEAR and ADJ bind tightest, and chain") {
    check(std::vector<TreeCase>{
        {"a b NEAR/5 c d", "(and a (near/5 b c) d)"},
        {"a NEAR b", "(near/10 a b)"},
        {"-a ADJ/3 b c", "(and (not (adj/3 a b)) c)"},
        {"a ADJ/1 b ADJ/1 c", "(adj/1 a b c)"},
        {"\"a b\" NEAR/2 (c OR d*e)", "(near/2 (phrase \"a b\") (or c d*e))"},
        {"title:(a NEAR/5 b)", "(near/5 title:a title:b)"},
        {"(a NEAR/5 b)^2", "(near/5 a b)^2"},
        {"near nearly NEARBY ADJ/x1",
         "error: a distance is a number from 1 to 99\n"
         "  near nearly NEARBY ADJ/x1\n"
         "                        ^"},
    });
    check(std::vector<ErrorCase>{
        {"a NEAR/0 b", "a distance is a number from 1 to 99", "/0 b"},
        {"a NEAR/100 b", "a distance is a number from 1 to 99", "/100 b"},
        {"a NEAR/5 b NEAR/4 c", "one chain has one operator and one distance", "NEAR/4 c"},
        {"a NEAR/5 (b c)", "NEAR/5 stands between words, phrases, or an OR of them", "b c)"},
        {"a NEAR/5 date:2015", "NEAR/5 stands between words, phrases, or an OR of them", "2015"},
        {"title:a NEAR/5 b", "words near one another stand in one field", "b"},
        {"a NEAR/5 NOT b", "a word is missing here", "NOT b"},
        {"a ADJ b ADJ c ADJ d ADJ e", "too many words near one another: 4 at most", "ADJ e"},
    });
}

TEST_CASE("query parser: a plus requires, a caret boosts") {
    check(std::vector<TreeCase>{
        {"+a b", "(and +a b)"},
        {"+(a OR b) +\"c d\" +title:e", "(and +(or a b) +(phrase \"c d\") +title:e)"},
        {"C++ a+b + c", "(and C++ a+b + c)"},
        {"a^2 \"b c\"^0.5 (d e)^3", "(and a^2 (phrase \"b c\")^0.5 (and d e)^3)"},
        {"title:a^2", "title:a^2"},
        {"a^ ^b 2^x", "(and a^ ^b 2^x)"},
    });
    check(std::vector<ErrorCase>{
        {"a^0", "a boost is a number from 0.01 to 100", "^0"},
        {"(a b)^101 c", "a boost is a number from 0.01 to 100", "^101 c"},
        {"b +NOT a", "either + or -, not both", "+NOT a"},
    });
}

TEST_CASE("query parser: wildcards and fuzzy words are patterns, a question mark ends a sentence") {
    const auto is_pattern = [](std::string_view question) {
        const Result<QueryPtr> query = parse_query(question, kToday);
        return std::holds_alternative<PatternQuery>((*query)->node);
    };
    for (const char* pattern :
         {"missil*", "wom?n", "*ship", "hezbolah~", "ab~1", "title:x*y", "a??b"})
        CHECK_MESSAGE(is_pattern(pattern), pattern);
    for (const char* word : {"japan?", "*", "**", "?", "~1", "http://x/~bob"})
        CHECK_MESSAGE(!is_pattern(word), word);
    check(std::vector<TreeCase>{{"ab*c?", "ab*c"}, {"ab~2^3", "ab~2^3"}});
    check(std::vector<ErrorCase>{
        {"x a*", "too many words are like this", "a*"},
        {"x ab~3", "a fuzzy word differs in 1 or 2 letters", "~3"},
        {"\"a b\"~3", "a phrase has no ~", "~3"},
    });
    std::string many = "ab*";
    for (std::size_t i = 0; i < kMaxPatterns; ++i) many += " ab*";
    CHECK(tree(many).starts_with("error: too many wildcards and fuzzy words: 16 at most"));
}

TEST_CASE("query parser: a field has several values, with commas between") {
    check(std::vector<TreeCase>{
        {"section:cyber,space", "(or section:cyber section:space)"},
        {"-section:cyber,space a", "(and (not (or section:cyber section:space)) a)"},
        {"outlet:\"a b\",c,\"d e\"",
         "(or (phrase outlet:\"a b\") outlet:c (phrase outlet:\"d e\"))"},
        {"date:2015,2017", "(or date:2015 date:2017)"},
        {"title:737,747 1,200 a,b", "(and (or title:737 title:747) 1,200 a b)"},
        {"size:100,200", "(or size:100 size:200)"},
        {"section:cyber, a", "(and section:cyber, a)"},
        {"section:cyber^2,space a", "(and (or section:cyber^2 section:space) a)"},
        {"outlet:b^2,\"c d\"^0.5,e^3 a",
         "(and (or outlet:b^2 (phrase outlet:\"c d\")^0.5 outlet:e^3) a)"},
    });
}

TEST_CASE("query parser: any part of a range of dates may stand in quotes") {
    check(std::vector<TreeCase>{
        {"date:\"last year\"..today a", "(and date:last year..today a)"},
        {"date:2015..\"last month\",2012", "(or date:2015..last month date:2012)"},
        {"date:(\"last week\" OR 90d..)", "(or date:last week date:90d..)"},
    });
}

TEST_CASE("query parser: an address alone asks for the article that has it") {
    const auto read = [](std::string_view question) {
        const Result<QueryPtr> query = parse_query(question, kToday);
        return query ? to_string(**query) : query.error().message;
    };
    CHECK(read("https://a.example/x?id=5") == "url:https://a.example/x?id=5");
    CHECK(read("navy http://a.example/x") == "(and navy url:http://a.example/x)");
    CHECK(read("url:a.example/naval") == "url:a.example/naval");
}

TEST_CASE("query parser: a day in figures that can be two days is refused, and both are named") {
    for (const char* question : {"date:12/11/2026", "date:2015..12-11-2026", "date:12/11/2026.."}) {
        CAPTURE(question);
        const Result<QueryPtr> query = parse_query(question, kToday);
        REQUIRE(!query);
        CHECK(query.error().message.starts_with("this date can be read in two ways\n"));
        CHECK(query.error().hint == "2026-12-11 or 2026-11-12?");
    }
    for (const char* question : {"date:31/10/2026", "date:14.10.2026..15.10.2026", "date:5/5/2026",
                                 "date:\"last two weeks\"", "date:12.11.2026"}) {
        CAPTURE(question);
        CHECK(parse_query(question, kToday));
    }
}

TEST_CASE("query parser: ! before a word leaves it out, as - does") {
    CHECK(tree("navy !army") == tree("navy -army"));
    CHECK(tree("navy !\"air force\"") == tree("navy -\"air force\""));
    CHECK(tree("navy !army,\"air force\"") == tree("navy -army,\"air force\""));
    CHECK(tree("tora! tora !") == "(and tora! tora !)");
}

TEST_CASE("query parser: signs of operators mean nothing without a space on either side") {
    CHECK(tree("a|b c&d \"e & f\" id:&") == "(and a|b c&d (phrase \"e & f\") id:&)");
}

TEST_CASE("query parser: a star that is none, or that stands in a field of paths, is left alone") {
    for (const char* question : {"\"*\"", "\"2 * 3\"", "path:2015/*", "path:\"a/b*\"",
                                 "path:(a/b* OR c/d*)", "id:\"xy*\"", "spy-6*", "a/b cd*"}) {
        CAPTURE(question);
        CHECK(parse_query(question, kToday));
    }
}

TEST_CASE("query parser: quotes keep a path with blanks together, whatever stars are in it") {
    CHECK(tree("path:\"my notes/*\"") == "path:my notes/*");
    CHECK(tree("path:\"*odd*\"") == tree("path:*odd*"));
    CHECK(tree("id:\"*odd*\"") == tree("id:*odd*"));
}

TEST_CASE("query parser: how a question was read is told by its tree where no text reads so") {
    for (const char* soup : {"\"last week\"-NOT XOR(a", "\"x\"-NOT OR", "((a) AND) -"}) {
        CAPTURE(soup);
        std::vector<QueryRepair> repairs;
        const ParseOptions options{&repairs, {{"x", "b c"}}};
        const Result<QueryPtr> query = parse_query(soup, kToday, options);
        REQUIRE(query);
        const std::string read = question_as_read(soup, **query, kToday, options);
        const Result<QueryPtr> again = parse_query(read, kToday, {nullptr, options.saved});
        const bool reads_the_same = again && to_string(**again) == to_string(**query);
        CHECK((reads_the_same || read == to_string(**query)));
    }
}

TEST_CASE("query parser: a saved question stands for its words") {
    const SavedQuestions saved = {{"iran", "iran OR tehran"},
                                  {"both", "@iran -cyber"},
                                  {"a", "@b"},
                                  {"b", "@a"},
                                  {"bad", "x \"y"}};
    const auto tree_of = [&](std::string_view question) {
        const Result<QueryPtr> query = parse_query(question, kToday, {nullptr, saved});
        return query ? to_string(**query) : query.error().message;
    };
    CHECK(tree_of("@iran missile") == "(and (or iran tehran) missile)");
    CHECK(tree_of("missile -@both") == "(and missile (not (and (or iran tehran) (not cyber))))");
    CHECK(tree_of("title:@iran") == "title:@iran");
    CHECK(tree_of("a@iran") == "a@iran");
    CHECK(tree_of("@iran^2 missile") == "(and (or iran tehran)^2 missile)");
    CHECK(tree_of("(@iran)^2 missile") == "(and (or iran tehran)^2 missile)");
    for (const char* sign : {"?", ",", "^", "^x", ".", "'s"}) {
        CAPTURE(sign);
        CHECK(tree_of("x @iran" + std::string(sign))
                  .starts_with("the name of a saved question has no such sign\n  x @iran"));
    }
    CHECK(tree_of("@ @5 x") == "(and @ @5 x)");
    for (const char* minus : {"-", "\u2013", "\uFF0D", "--"}) {
        CAPTURE(minus);
        std::vector<QueryRepair> repairs;
        const Result<QueryPtr> query =
            parse_query("missile " + std::string(minus) + "@iran", kToday, {&repairs, saved});
        REQUIRE(query);
        CHECK(to_string(**query) == (minus == std::string("--")
                                         ? "(and missile (or iran tehran))"
                                         : "(and missile (not (or iran tehran)))"));
    }
    CHECK(tree_of("x @a").starts_with("saved questions lead in a circle, by @"));
    CHECK(tree_of("x @nobody") == "there is no saved question @nobody\n  x @nobody\n    ^");
    CHECK(tree_of("@bad").starts_with("in the saved question @bad: this quote is never closed"));
}

}  // namespace sitrep
