#include "support/temp_folder.hpp"
#include "text/stop_words.hpp"
#include "token_text.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

namespace {

using namespace sitrep;

TEST_CASE("stop words: one a line, comments and blanks left out") {
    const StopWords words = StopWords::parse("# a list\nthe\n  of # trailing\r\n\nand");
    CHECK(words.contains("the"));
    CHECK(words.contains("of"));
    CHECK(words.contains("and"));
    CHECK_FALSE(words.contains(""));
    CHECK_FALSE(words.contains("a"));
    CHECK_FALSE(words.contains("#"));
    CHECK_FALSE(StopWords().contains("the"));
}

TEST_CASE("stop words: the shipped list holds function words, and none that are names or news") {
    const Result<StopWords> words = StopWords::load_shipped();
    REQUIRE(words);
    for (const std::string_view word : {"the", "of", "and", "in", "was", "with"}) {
        CAPTURE(word);
        CHECK(words->contains(word));
        CHECK(test::terms_of(word) == word);
    }
    for (const std::string_view word : {"us", "it", "may", "not", "f35", "#"}) {
        CAPTURE(word);
        CHECK_FALSE(words->contains(word));
    }
}

TEST_CASE("stop words: a missing list is an error that names it") {
    const test::TempFolder empty;
    setenv("SITREP_DATA", empty.path().c_str(), 1);
    const Result<StopWords> words = StopWords::load_shipped();
    unsetenv("SITREP_DATA");
    REQUIRE_FALSE(words);
    CHECK(words.error().message.find("stopwords/en.txt") != std::string::npos);
}

}  // namespace
