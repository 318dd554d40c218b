#include "questions.hpp"
#include "search/query_units.hpp"
#include "search/vocabulary.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

namespace {

/// The other wordings of `text`, with commas between.
std::string synonyms(Vocabulary& vocabulary, std::string_view text) {
    Analyzer analyzer = test::current_analyzer();
    std::string out;
    const std::string key = vocabulary_key(units_of(text, analyzer));
    for (const Synonym& one : vocabulary.synonyms(key, analyzer))
        out += (out.empty() ? "" : ", ") + one.text;
    return out;
}

}  // namespace

TEST_CASE("vocabulary: the wordings of a line stand for each other, in every form of their words") {
    Vocabulary vocabulary;
    REQUIRE(vocabulary.add(
        "# names\nspelling\tdefence\tdefense\n\ndemonym\tSouth Korea\tSouth Korean\n", "a"));
    CHECK(synonyms(vocabulary, "defence") == "defense");
    CHECK(synonyms(vocabulary, "Defences") == "defense");
    CHECK(synonyms(vocabulary, "south korea") == "South Korean");
    CHECK(synonyms(vocabulary, "korea").empty());
}

TEST_CASE("vocabulary: a spelling is of the words that have the letters that differ") {
    const Synonym organisation{ExpansionKind::Spelling, "organisation", "organization"};
    CHECK(is_spelt_so("organizations", organisation));
    CHECK_FALSE(is_spelt_so("organ", organisation));
    CHECK(is_spelt_so("defenses", {ExpansionKind::Spelling, "defence", "defense"}));
    CHECK(is_spelt_so("programs", {ExpansionKind::Spelling, "programme", "program"}));
    CHECK(is_spelt_so("kyiv", {ExpansionKind::Spelling, "Kiev", "Kyiv"}));
}

TEST_CASE("vocabulary: a nickname-of leads one way") {
    Vocabulary vocabulary;
    REQUIRE(vocabulary.add("nickname-of\tEagle\tF-15\nnickname\tMQ-9\tReaper", "a"));
    CHECK(synonyms(vocabulary, "eagle") == "F-15");
    CHECK(synonyms(vocabulary, "F-15").empty());
    CHECK(synonyms(vocabulary, "mq 9") == "Reaper");
    CHECK(synonyms(vocabulary, "mq9") == "Reaper");
    CHECK(synonyms(vocabulary, "reaper") == "MQ-9");
}

TEST_CASE("vocabulary: tables add up, and a line once read is found after more are added") {
    Vocabulary vocabulary;
    REQUIRE(vocabulary.add("spelling\tKyiv\tKiev", "a"));
    CHECK(synonyms(vocabulary, "kyiv") == "Kiev");
    REQUIRE(vocabulary.add("spelling\tKyiv\tKyyiv", "b"));
    CHECK(synonyms(vocabulary, "kyiv") == "Kiev, Kyyiv");
}

TEST_CASE("vocabulary: a wording that begins with an accented letter is found by its key") {
    Vocabulary vocabulary;
    REQUIRE(vocabulary.add("demonym\t\u00D6sterreich\tAustria", "a"));
    CHECK(synonyms(vocabulary, "\u00D6sterreich") == "Austria");
    CHECK(synonyms(vocabulary, "austria") == "\u00D6sterreich");
}

TEST_CASE("vocabulary: a line that is none is told with its number") {
    for (const std::string_view bad : {"speling\ta\tb", "spelling\ta", "spelling\ta\t", "word"}) {
        CAPTURE(bad);
        Vocabulary vocabulary;
        const Result<void> added = vocabulary.add("# one\n" + std::string(bad), "own.tsv");
        REQUIRE(!added);
        CHECK(added.error().code == ErrorCode::Usage);
        CHECK(added.error().message.starts_with("own.tsv:2: "));
    }
}
