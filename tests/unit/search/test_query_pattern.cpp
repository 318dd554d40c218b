#include "questions.hpp"
#include "search/pattern_forms.hpp"
#include "search/query_pattern.hpp"
#include "search/term_source.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sitrep {
namespace {

/// A corpus of these words, the first the most frequent.
class Words : public TermSource {
  public:
    explicit Words(std::vector<std::string> words) : words_(std::move(words)) {}

    std::vector<PatternForm> terms(Field, std::string_view beginning,
                                   const WordJudge& judge) override {
        std::vector<PatternForm> found;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (words_[i].starts_with(beginning) && judge(words_[i]).is_wanted)
                found.push_back({words_[i], words_.size() - i});
        }
        return found;
    }
    std::uint64_t articles_with(Field, const QueryTerm&) override { return 0; }

  private:
    std::vector<std::string> words_;
};

std::vector<std::string> forms_of(std::string_view question, Words words) {
    Analyzer analyzer = test::current_analyzer();
    const QueryPtr query = test::analysed(question, analyzer);
    find_pattern_forms(*query, words);
    std::vector<std::string> terms;
    for (const PatternForm& form : std::get<PatternQuery>(query->node).forms)
        terms.push_back(form.term);
    return terms;
}

}  // namespace

TEST_CASE("query pattern: a star is any run, a question mark one code point") {
    CHECK(fits_pattern("missile", "missil*"));
    CHECK(fits_pattern("missil", "missil*"));
    CHECK(fits_pattern("warship", "*ship"));
    CHECK(fits_pattern("women", "wom?n"));
    CHECK(fits_pattern("w\u00F6rd", "w?rd"));
    CHECK(fits_pattern("abcbd", "a*b?"));
    CHECK_FALSE(fits_pattern("womn", "wom?n"));
    CHECK_FALSE(fits_pattern("xmissile", "missil*"));
    CHECK_FALSE(fits_pattern("ships", "*ship"));
    CHECK_FALSE(fits_pattern(std::string(64, 'a'), "*a*a*a*a*a*a*a*b"));
}

TEST_CASE("query pattern: is folded as the index folds words, names too") {
    Analyzer analyzer = test::current_analyzer();
    CHECK(folded_pattern("\u0141\u00F3d*", analyzer) == "lod*");
    CHECK(folded_pattern("F-3?A*", analyzer) == "f3?a*");
    CHECK(folded_pattern("a**b", analyzer) == "a*b");
}

TEST_CASE("query pattern: a wildcard's forms are those that fit, the most frequent first") {
    CHECK(forms_of("missil*", Words({"tank", "missiles", "missile", "mis"})) ==
          std::vector<std::string>{"missiles", "missile"});
    CHECK(forms_of("*ship", Words({"ship", "warship", "ships"})) ==
          std::vector<std::string>{"ship", "warship"});
}

TEST_CASE("query pattern: a fuzzy word's forms are the nearest, then the most frequent") {
    CHECK(forms_of("hezbolah~", Words({"hezbollahs", "hezbollah", "hezbolah", "hamas"})) ==
          std::vector<std::string>{"hezbolah", "hezbollah"});
    CHECK(forms_of("Hezbolah~2", Words({"hezbollahs", "hezbollah"})) ==
          std::vector<std::string>{"hezbollah", "hezbollahs"});
}

TEST_CASE("query pattern: too many forms are cut, and counted") {
    std::vector<std::string> many;
    for (std::size_t i = 0; i < kMaxPatternForms + 7; ++i) many.push_back("ab" + std::to_string(i));
    Words words(many);
    Analyzer analyzer = test::current_analyzer();
    const QueryPtr query = test::analysed("ab*", analyzer);
    find_pattern_forms(*query, words);
    const auto& pattern = std::get<PatternQuery>(query->node);
    CHECK(pattern.forms.size() == kMaxPatternForms);
    CHECK(pattern.forms.front().term == "ab0");
    CHECK(pattern.left_out == 7);
}

}  // namespace sitrep
