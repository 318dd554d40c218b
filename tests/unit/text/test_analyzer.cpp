#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "token_text.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

using namespace sitrep;
using test::check_terms;
using test::make_analyzer;
using test::terms_of;

TEST_CASE("analyzer: what a text's terms are") {
    struct Row {
        std::string_view text;
        std::string_view terms;
    };
    const Row rows[] = {
        {"Japan's and Japan\xE2\x80\x99s", "japan and japan"},
        {"state-sponsored hackers", "state sponsored +statesponsored:2 hackers"},
        {"the U.S.-led force", "the us =u.s led force"},
        {"U.S.'s, U.N. and D.C.", "us =u.s un and dc"},
        {"US forces told us", "us =u.s forces told us"},
        {"1,200 rounds of 5.56mm", "1200 rounds of 5.56mm"},
        {"the 1990's, the 1990s", "the 1990s the 1990s"},
        {"O'Brien\xE2\x80\x99s don\xE2\x80\x99t", "o'brien don't"},
        {"Łódź", "lodz"},
        {"\xE2\x80\x94 \xE2\x80\xA6 !", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(terms_of(row.text) == row.terms);
    }
}

TEST_CASE("analyzer: words are stemmed, names and numbers never") {
    Analyzer analyzer = make_analyzer();
    const auto stem_of = [&](std::string_view word) {
        return std::string(analyzer.analyze(word).at(0).stem);
    };
    CHECK(stem_of("exercises") == "exercis");
    CHECK(stem_of("exercise") == "exercis");
    CHECK(stem_of("Japan") == "japan");
    for (const char* word : {"AIS", "IED", "UAS", "ISIS", "Hamas", "corps", "United", "added"}) {
        CAPTURE(word);
        CHECK(stem_of(word) == stem_of(std::string(word) + "'s"));
        CHECK(stem_of(word) == ascii_lower(word));
    }
    CHECK(stem_of("IEDs") == "ied");
    CHECK(stem_of("Emirates") == stem_of("emirate"));
    CHECK(stem_of("Emirates") != stem_of("emir"));
    CHECK(stem_of("ships") == "ship");
    CHECK(stem_of("flying") == stem_of("fly"));
    CHECK(stem_of("naïvely") == "naiv");
    CHECK(stem_of("U.S.S.") == "uss");
    CHECK(stem_of("1990s") == "1990s");
    CHECK(stem_of("F35s") == "f35");
    CHECK(stem_of("Силы") == "силы");
}

TEST_CASE("analyzer: words that defense readers tell apart have stems of their own") {
    Analyzer analyzer = make_analyzer();
    const auto stem_of = [&](std::string_view word) {
        return std::string(analyzer.analyze(word).at(0).stem);
    };
    const std::pair<const char*, const char*> apart[] = {{"DOE", "does"},
                                                         {"several", "severe"},
                                                         {"international", "internal"},
                                                         {"internal", "intern"},
                                                         {"arms", "arm"},
                                                         {"corpses", "corps"},
                                                         {"marines", "Marin"},
                                                         {"generals", "generalizes"},
                                                         {"general", "generally"},
                                                         {"officers", "office"},
                                                         {"destroyer", "destroyed"},
                                                         {"authority", "author"},
                                                         {"engineers", "engines"},
                                                         {"authorization", "author"},
                                                         {"admirals", "admire"},
                                                         {"position", "positive"},
                                                         {"universities", "universal"},
                                                         {"morale", "moral"}};
    for (const auto& [word, other] : apart) {
        CAPTURE(word);
        CHECK(stem_of(word) != stem_of(other));
    }
    const std::pair<const char*, const char*> together[] = {{"does", "do"},
                                                            {"authorities", "authority"},
                                                            {"Marines'", "marine"},
                                                            {"officer's", "officers"},
                                                            {"engineering", "engineers"},
                                                            {"experimental", "experiments"}};
    for (const auto& [word, other] : together) {
        CAPTURE(word);
        CHECK(stem_of(word) == stem_of(other));
    }
}

TEST_CASE("analyzer: a stem does not read as the plural of another word") {
    Analyzer analyzer = make_analyzer();
    const auto stem_of = [&](std::string_view word) {
        return std::string(analyzer.analyze(word).at(0).stem);
    };
    CHECK(stem_of("diversity") == stem_of("diverse"));
    CHECK(stem_of("diversity") != "divers");
    CHECK(stem_of("divers") == "diver");
    CHECK(stem_of("easing") == stem_of("eases"));
    CHECK(stem_of("focuses") == "focus");
    CHECK(analyzer.analyze("classes").at(0).stem == "class");
}

TEST_CASE("analyzer: kinds") {
    Analyzer analyzer = make_analyzer();
    CHECK(analyzer.analyze("force")[0].kind == TokenKind::Word);
    CHECK(analyzer.analyze("1,200")[0].kind == TokenKind::Number);
    CHECK(analyzer.analyze("5.56")[0].kind == TokenKind::Number);
    CHECK(analyzer.analyze("U.S.")[0].kind == TokenKind::Initialism);
    CHECK(analyzer.analyze("F35")[0].kind == TokenKind::Designator);
    CHECK(analyzer.analyze("F-35")[2].kind == TokenKind::Designator);
    CHECK(analyzer.analyze("155 mm")[2].kind == TokenKind::Measure);
    CHECK(analyzer.analyze("R&D")[2].kind == TokenKind::Initialism);
}

TEST_CASE("analyzer: only an apostrophe makes a possessive of an initialism") {
    CHECK(terms_of("U.S.'s") == "us =u.s");
    CHECK(terms_of("P.S.zzzs") == "p.s.zzzs");
}

TEST_CASE("analyzer: what a word holds that is asked for alone") {
    check_terms({{"l'\u00E9tranger", "l'etranger ^etranger"},
                 {"dell\u2019Aeronautica", "dell'aeronautica ^aeronautica"},
                 {"\u6F14\u7FD2", "\u6F14\u7FD2"},
                 {"don't", "don't"},
                 {"O'Brien", "o'brien"},
                 {"d'un", "d'un"}});
}

TEST_CASE("analyzer: a name inside a longer name is no longer that itself") {
    Analyzer analyzer = make_analyzer();
    CHECK(analyzer.analyze("M1A2 SEPv3").front().kind == TokenKind::Word);
    CHECK(analyzer.analyze("M1A2 tanks").front().kind == TokenKind::Designator);
    CHECK(analyzer.analyze("ex-F35A").at(1).kind == TokenKind::Designator);
}

TEST_CASE("analyzer: long words are cut on a code point") {
    Analyzer analyzer = make_analyzer();
    const std::string ascii(100'000, 'a');
    CHECK(analyzer.analyze(ascii)[0].term.size() == 64);
    CHECK(analyzer.analyze(ascii)[0].end == ascii.size());
    std::string cyrillic = "x";
    for (int i = 0; i < 100; ++i) cyrillic += "ж";
    const std::string term(analyzer.analyze(cyrillic)[0].term);
    CHECK(term.size() == 63);
    CHECK(utf8::is_valid(term));
}

/// Valid UTF-8 of characters that meet the rules: letters of many scripts, marks, punctuation.
std::string random_text(std::mt19937& random) {
    static const std::u32string kAlphabet =
        U"aAbFsSsxyz035 "
        U"-'.,/"
        U"_\u2019\u2011\u2014\u00AD\u200B\u200D\u0301\u00E9\u0141\u0130\u0131\u00DF\u00C6\uFB01"
        U"\u0416\u0439\u0308\u03AC\u05D0\u05B8\u0645\u064F\u0967\u0915\u093F\u0E17\u0E35\u65E5"
        U"\u672C\u30AB\u3042"
        U"\uAC00\uFF26\uFF13\u02BC\u00B7\u0149\uFDFA\u00BD\U0001F680\u001B\uFFFD";
    std::string text;
    for (int i = 0; i < 40; ++i) utf8::append(text, kAlphabet[random() % kAlphabet.size()]);
    return text;
}

bool is_tidy(std::string_view term) {
    if (term.empty() || term.size() > 64 || !utf8::is_valid(term)) return false;
    for (const char c : term) {
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F) return false;
    }
    return true;
}

TEST_CASE("analyzer: whatever the text, tokens are in order, sliced right and tidy") {
    Analyzer analyzer = make_analyzer();
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = random_text(random);
        CAPTURE(text);
        std::uint32_t words = 0;
        for (const Token& token : analyzer.analyze(text)) {
            REQUIRE(is_tidy(token.term));
            REQUIRE(is_tidy(token.stem));
            REQUIRE(token.begin < token.end);
            REQUIRE(token.end <= text.size());
            REQUIRE(utf8::is_valid(
                std::string_view(text).substr(token.begin, token.end - token.begin)));
            if (token.role != TokenRole::Word) continue;
            REQUIRE(token.position == words++);
        }
    }
}

TEST_CASE("analyzer: a term read again is the same term") {
    const std::string_view words[] = {"Japan's", "Łódź",        "U.S.",   "F-35As", "MQ-9B",
                                      "1,200",   "5.56mm",      "1990's", "don't",  "İstanbul",
                                      "Straße",  "example.com", "x86",    "G-20"};
    Analyzer once = make_analyzer();
    Analyzer twice = make_analyzer();
    for (const std::string_view word : words) {
        CAPTURE(word);
        const Token& token = once.analyze(word).at(0);
        CHECK(twice.analyze(token.term).at(0).term == token.term);
    }
}

TEST_CASE("analyzer: more word types than it remembers change nothing") {
    Analyzer analyzer = make_analyzer();
    std::string text;
    for (int i = 0; i < 210'000; ++i) text += "type" + std::to_string(i) + "word ";
    CHECK(analyzer.analyze(text).size() == 210'000);
    CHECK(analyzer.analyze("Japan's").at(0).term == "japan");
    CHECK(analyzer.analyze(text).back().term == "type209999word");
}

TEST_CASE("analyzer: its settings survive the database") {
    const AnalyzerConfig config = AnalyzerConfig::current();
    CHECK(config.serialize().starts_with("version=11 stemmer=english unicode=1"));
    const Result<AnalyzerConfig> again = AnalyzerConfig::parse(config.serialize());
    REQUIRE(again);
    CHECK(*again == config);
    for (const std::string_view bad :
         {"", "stemmer=english", "version=x", "version=", "version=1x"}) {
        CAPTURE(bad);
        CHECK_FALSE(AnalyzerConfig::parse(bad));
    }
}

TEST_CASE("analyzer: refuses another version and a stemmer nobody knows, 'none' stems nothing") {
    AnalyzerConfig config = AnalyzerConfig::current();
    config.version = AnalyzerConfig::kVersion + 1;
    CHECK(Analyzer::create(config).error().code == ErrorCode::Database);
    config = AnalyzerConfig::current();
    config.stemmer = "klingon";
    CHECK_FALSE(Analyzer::create(config));
    config.stemmer = "none";
    Result<Analyzer> plain = Analyzer::create(config);
    REQUIRE(plain);
    CHECK(plain->analyze("exercises").at(0).stem == "exercises");
}

}  // namespace
