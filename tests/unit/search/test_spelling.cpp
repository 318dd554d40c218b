#include "questions.hpp"
#include "search/spelling.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace sitrep {
namespace {

class Corpus : public TermSource {
  public:
    explicit Corpus(std::map<std::string, std::uint64_t> words) : words_(std::move(words)) {}

    std::vector<PatternForm> terms(Field, std::string_view beginning,
                                   const WordJudge& judge) override {
        std::vector<PatternForm> found;
        for (const auto& [word, articles] : words_) {
            if (word.starts_with(beginning) && judge(word).is_wanted)
                found.push_back({word, articles});
        }
        return found;
    }
    std::uint64_t articles_with(Field, const QueryTerm& word) override {
        const auto found = words_.find(word.term);
        return found == words_.end() ? 0 : found->second;
    }

  private:
    std::map<std::string, std::uint64_t> words_;
};

std::vector<std::string> suggestions(std::string_view question) {
    Corpus corpus({{"hypersonic", 50},
                   {"hypersonics", 9},
                   {"missile", 90},
                   {"tank", 40},
                   {"bank", 400},
                   {"tnk", 1},
                   {"mach5", 30},
                   {"\u043C\u0438\u0440", 90},
                   {"\u043C\u0438\u0440\u043D\u043E", 90},
                   {"a", 900},
                   {"career", 80},
                   {"carrier", 70},
                   {"iran", 5},
                   {"iraq", 900}});
    Analyzer analyzer = test::current_analyzer();
    const auto is_known = [](const QueryUnit& unit) { return unit.words.front().term == "missel"; };
    return suggested_questions(question, *test::analysed(question, analyzer), corpus, is_known);
}

std::string suggestion(std::string_view question) {
    const std::vector<std::string> all = suggestions(question);
    return all.empty() ? "" : all.front();
}

}  // namespace

TEST_CASE("spelling: an unknown word becomes the nearest known one, the question stays") {
    CHECK(suggestion("hypersonik -tank") == "hypersonic -tank");
    CHECK(suggestion("(mising OR misile) title:hipersonick^2") ==
          "(mising OR missile) title:hypersonic^2");
}

TEST_CASE("spelling: the first letter counts more than frequency, and rare words are corrected") {
    CHECK(suggestion("tankk") == "tank");
    CHECK(suggestion("tnak") == "tank");
}

TEST_CASE("spelling: words as near as the likeliest are offered behind it, one at a time") {
    CHECK(suggestions("carier tnak") ==
          std::vector<std::string>{"career tank", "carrier tank", "career tnk"});
    CHECK(suggestions("misile") == std::vector<std::string>{"missile"});
}

TEST_CASE("spelling: the signs about a word stay") {
    CHECK(suggestion("'misile tests', tankk") == "'missile tests', tank");
    CHECK(suggestion("Misile's \u2018misile\u2019?") == "missile's \u2018missile\u2019?");
    CHECK(suggestion("title:\"the misile\"^2") == "title:\"the missile\"^2");
}

TEST_CASE("spelling: in quotes only what no article holds is no word") {
    CHECK(suggestion("\"tank misile\" a") == "\"tank missile\" a");
    CHECK(suggestion("\"ballistic tnk misile, hypersonik\"") ==
          "\"ballistic tnk missile, hypersonic\"");
    CHECK(suggestion("\"tnk\"").empty());
}

TEST_CASE("spelling: a word that is known otherwise, or an acronym, is no slip") {
    CHECK(suggestion("missel").empty());
    CHECK(suggestion("TANKK").empty());
    CHECK(suggestion("Tankk") == "tank");
    CHECK(suggestion("MISILE") == "missile");
}

TEST_CASE("spelling: known words, patterns, names, short words and exclusions stay") {
    for (const char* question :
         {"iran", "misile*", "misile~1", "mach6", "tnk", "tank -misile", "missile"})
        CHECK_MESSAGE(suggestion(question).empty(), question);
}

TEST_CASE("spelling: the length of a word is that of its letters") {
    CHECK(suggestion("\u043C\u0438\u0436").empty());
    CHECK(suggestion("\u043C\u0438\u0436\u0430").empty());  // two letters from both
    CHECK(suggestion("\U00020BB7").empty());
}

}  // namespace sitrep
