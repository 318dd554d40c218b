#include "documents.hpp"
#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"
#include "store/searcher.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

/// Forty articles on ships, of which eight are on missiles of ships, one of them found by its id.
struct Ships {
    test::TempFolder folder;
    StopWords stop_words = StopWords::parse("the\nof\n");

    Ships() {
        IndexWriter writer = *IndexWriter::open(folder / "db");
        writer.put_root("r", "/articles");
        for (int i = 0; i < 40; ++i) {
            const bool on_missiles = i % 5 == 0;
            REQUIRE(test::put(writer,
                              test::article({"r", "f" + std::to_string(i)}, "Ships",
                                            on_missiles ? "The fleet fired Missiles of 2015 at sea"
                                                        : "The fleet sailed at sea")));
        }
        REQUIRE(writer.commit());
    }
    Searcher searcher() const { return *Searcher::open({folder / "db"}); }
};

std::vector<std::string> words_of(const std::vector<TellingWord>& words) {
    std::vector<std::string> out;
    for (const TellingWord& word : words) out.push_back(word.word);
    return out;
}

}  // namespace

TEST_CASE("word tally: what the hits hold and others do not sets them apart, as it is written") {
    const Ships ships;
    Searcher searcher = ships.searcher();
    QueryPtr query = *parse_query("fired", {2025, 6, 15});
    analyze_query(*query, searcher.analyzer(), ships.stop_words);
    const auto words = searcher.telling_words(*query, ships.stop_words);
    REQUIRE(words);
    CHECK(words_of(*words) == std::vector<std::string>{"fired", "Missiles"});
    CHECK(words->front().in_these == 8);
    CHECK(words->front().in_all == 8);
}

TEST_CASE("word tally: articles alike are found by rare words, not by those that all hold") {
    const Ships ships;
    Searcher searcher = ships.searcher();
    Article outside;
    outside.sections = {{"", {"A missile hit the fleet; zymurgy followed."}}};
    const auto words = searcher.telling_words(outside, false, ships.stop_words);
    REQUIRE(words);
    CHECK(words_of(*words) == std::vector<std::string>{"missile"});
}
