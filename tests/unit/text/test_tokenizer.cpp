#include "text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace sitrep;

/// The words in brackets, each with its gap: "" none, " " space, "-" dash, and so on; "|" other.
std::string words_of(std::string_view text) {
    Tokenizer tokenizer;
    std::vector<WordSlice> words;
    tokenizer.split(text, words);
    std::string out;
    for (const WordSlice& word : words) {
        constexpr std::string_view kGaps[] = {"",   " ",  "-",  "/", "&", "(", ")",
                                              " (", ") ", ". ", "x", "$", "|"};
        out += kGaps[static_cast<std::size_t>(word.gap)];
        out += "[" + std::string(text.substr(word.begin, word.end - word.begin)) + "]";
    }
    return out;
}

struct Row {
    std::string_view text;
    std::string_view words;
};

void check(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(words_of(row.text) == row.words);
    }
}

TEST_CASE("tokenizer: words of letters and digits, told apart by what stands between") {
    check({{"", ""},
           {" ,;. ", ""},
           {"two words", "|[two] [words]"},
           {"two  words", "|[two]|[words]"},
           {"state-sponsored", "|[state]-[sponsored]"},
           {"land \xE2\x80\x94 sea", "|[land]|[sea]"},
           {"and/or", "|[and]/[or]"},
           {"snake_case", "|[snake]|[case]"},
           {"F\xE2\x80\x91"
            "35",
            "|[F]-[35]"},
           {"F\xC2\xA0"
            "35",
            "|[F] [35]"},
           {"F35A", "|[F35A]"}});
}

TEST_CASE("tokenizer: punctuation inside a word belongs to it") {
    check({{"don't", "|[don't]"},
           {"Japan\xE2\x80\x99s", "|[Japan\xE2\x80\x99s]"},
           {"soldiers' pay", "|[soldiers]|[pay]"},
           {"'quoted'", "|[quoted]"},
           {"example.com", "|[example.com]"},
           {"It ended.Then it began", "|[It] [ended]. [Then] [it] [began]"},
           {"5.56 mm", "|[5.56] [mm]"},
           {"1,200 and 12,345,678", "|[1,200] [and] [12,345,678]"},
           {"1,2,3", "|[1]|[2]|[3]"},
           {"2015,2016", "|[2015]|[2016]"},
           {"1,2000", "|[1]|[2000]"},
           {"35's", "|[35's]"}});
}

TEST_CASE("tokenizer: initialisms keep their periods and their possessive") {
    check({{"the U.S. and", "|[the] [U.S.] [and]"},
           {"U.S.-led", "|[U.S.]-[led]"},
           {"U.S.'s", "|[U.S.'s]"},
           {"U.S.Navy", "|[U.S.][Navy]"},
           {"Plan B.", "|[Plan] [B]"}});
}

TEST_CASE("tokenizer: invisible characters neither split nor separate") {
    check({{"soft\xC2\xADhyphen", "|[soft\xC2\xADhyphen]"},
           {"zero\xE2\x80\x8Bwidth", "|[zero\xE2\x80\x8Bwidth]"},
           {"F-\xE2\x80\x8B"
            "35",
            "|[F]-[35]"},
           {"e\xCC\x81t\xC3\xA9", "|[e\xCC\x81t\xC3\xA9]"}});
}

TEST_CASE("tokenizer: scripts without spaces are cut by dictionary") {
    check({{"日本の自衛隊", "|[日本][の][自衛隊]"},
           {"F-35戦闘機", "|[F]-[35][戦闘機]"},
           {"Путин и NATO", "|[Путин] [и] [NATO]"}});
}

TEST_CASE("tokenizer: Hangul and ASCII side by side are two words") {
    check({{"KF-21이", "|[KF]-[21][이]"},
           {"155㎜의 500㎞/h", "|[155㎜][의] [500㎞]/[h]"},
           {"한국F-35가", "|[한국][F]-[35][가]"},
           {"미국의 F-16", "|[미국의] [F]-[16]"}});
}

TEST_CASE("tokenizer: a run longer than a dictionary is asked at once loses nothing") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "日本";
    Tokenizer tokenizer;
    std::vector<WordSlice> words;
    tokenizer.split(text, words);
    REQUIRE(!words.empty());
    CHECK(words.back().end == text.size());
    for (std::size_t i = 1; i < words.size(); ++i) CHECK(words[i].begin == words[i - 1].end);
}

TEST_CASE("tokenizer: dotted initialisms are single letters, two or more") {
    CHECK(is_dotted_initialism("U.S"));
    CHECK(is_dotted_initialism("a.m."));
    CHECK_FALSE(is_dotted_initialism("U."));
    CHECK_FALSE(is_dotted_initialism("Ph.D."));
    CHECK_FALSE(is_dotted_initialism("..."));
    CHECK_FALSE(is_dotted_initialism(""));
}

}  // namespace
