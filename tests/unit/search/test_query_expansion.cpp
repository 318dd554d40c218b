#include "questions.hpp"
#include "search/query_expansion.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace sitrep;

namespace {

/// What a corpus of the test's own says.
class Corpus : public WordingSource {
  public:
    Corpus(std::vector<AcronymMeaning> defined, std::vector<std::string> held)
        : defined_(std::move(defined)), held_(std::move(held)) {}

    std::vector<AcronymMeaning> meanings_of(std::string_view acronym) override {
        ++looks;
        return those([&](const AcronymMeaning& one) { return one.acronym == acronym; });
    }
    std::vector<AcronymMeaning> acronyms_of(std::string_view words) override {
        return those([&](const AcronymMeaning& one) { return one.words == words; });
    }
    bool holds(std::string_view words, Field field) override {
        if (field != Field::Body) return words == "harbor" || words == "news" || words == "and";
        return std::find(held_.begin(), held_.end(), words) != held_.end();
    }
    bool holds_unjoined(std::string_view word) override { return holds(word, Field::Body); }

    std::size_t looks = 0;  ///< for what an acronym means

  private:
    template <class Is>
    std::vector<AcronymMeaning> those(const Is& is) const {
        std::vector<AcronymMeaning> found;
        std::copy_if(defined_.begin(), defined_.end(), std::back_inserter(found), is);
        return found;
    }

    std::vector<AcronymMeaning> defined_;  ///< the most frequent first
    std::vector<std::string> held_;
};

void append(const std::vector<QueryExpansion>& expansions, std::string& out) {
    for (const QueryExpansion& one : expansions) out += "~" + one.text + " ";
}

void walk(const Query& query, std::string& out) {
    if (const auto* word = std::get_if<WordQuery>(&query.node)) append(word->expansions, out);
    if (const auto* run = std::get_if<RunQuery>(&query.node)) {
        append(run->expansions, out);
        for (const QueryPtr& word : run->words) walk(*word, out);
    }
    if (const auto* all = std::get_if<AndQuery>(&query.node)) {
        for (const QueryPtr& child : all->children) walk(*child, out);
    }
    if (const auto* exclusion = std::get_if<NotQuery>(&query.node)) walk(*exclusion->child, out);
}

/// Every expansion of the question, in order.
std::string expanded(std::string_view question, Corpus& corpus) {
    Analyzer analyzer = test::current_analyzer();
    Vocabulary vocabulary;
    REQUIRE(vocabulary.add(
        "acronym\tSAM\tsurface-to-air missile\nacronym\tUAS\tunmanned aircraft system\n"
        "acronym\tUAS\tunmanned aerial system\ndemonym\tSouth Korea\tSouth Korean\n"
        "demonym\tKorea\tKorean\nnickname\tS-400\ttriumf\n"
        "spelling\tlabour\tlabor\nspelling\tadmiral\tadm\nspelling\trear admiral\trear adm\n",
        "table"));
    REQUIRE(vocabulary.add(
        "acronym\tTEL\ttransporter erector launcher\n"
        "acronym\tMLV\tmobile launch vehicle\nnickname\tmobile launch vehicle\tlorry\n",
        "own", true));
    const QueryPtr query = test::analysed(question, analyzer);
    expand_query(*query, analyzer, vocabulary, corpus);
    std::string out;
    walk(*query, out);
    return out;
}
std::string expanded(std::string_view question, Corpus&& corpus = {{}, {}}) {
    return expanded(question, corpus);
}

}  // namespace

TEST_CASE("query expansion: an acronym means what the corpus defines, where it defines anything") {
    const AcronymMeaning museum{"sam", "special activities museum", 3};
    CHECK(expanded("SAM", {{museum}, {"surface to air missile"}}) == "~special activities museum ");
    CHECK(expanded("SAM", {{}, {"surface to air missile"}}) == "~surface-to-air missile ");
    CHECK(expanded("SAM").empty());
    CHECK(expanded("UAS", {{}, {"unmanned aircraft systems", "unmanned aerial system"}}) ==
          "~unmanned aircraft system ~unmanned aerial system ");
}

TEST_CASE("query expansion: a meaning that few articles define takes no other's place") {
    const AcronymMeaning museum{"sam", "special activities museum", 2};
    CHECK(expanded("SAM", {{museum}, {"surface to air missile"}}) ==
          "~special activities museum ~surface-to-air missile ");
    CHECK(expanded("surface-to-air missile", {{museum}, {}}) == "~SAM ");
}

TEST_CASE("query expansion: meanings that are rare beside the first are left out") {
    const AcronymMeaning first{"isr", "intelligence surveillance and reconnaissance", 50};
    const AcronymMeaning rare{"isr", "in situ recovery", 4};
    CHECK(expanded("isr", {{first, rare}, {}}) == "~intelligence surveillance and reconnaissance ");
    CHECK(expanded("in situ recovery", {{first, rare}, {}}).empty());
}

TEST_CASE("query expansion: rare is less than a tenth of the first") {
    const AcronymMeaning first{"isr", "intelligence surveillance and reconnaissance", 1000};
    const AcronymMeaning tenth{"isr", "in situ recovery", 100};
    const AcronymMeaning less{"isr", "inner space review", 99};
    CHECK(expanded("isr", {{first, tenth, less}, {}}) ==
          "~intelligence surveillance and reconnaissance ~in situ recovery ");
}

TEST_CASE(
    "query expansion: what the user's own table says of an acronym holds beside the articles") {
    const AcronymMeaning office{"tel", "temporary evaluation lab", 3};
    CHECK(expanded("TEL", {{office}, {}}) ==
          "~temporary evaluation lab ~transporter erector launcher ");
}

TEST_CASE("query expansion: a long form leads to its acronym, in either number") {
    const AcronymMeaning team{"zqrt", "zonal quick response team", 1};
    CHECK(expanded("zonal quick response team", {{team}, {}}) == "~zqrt ");
    CHECK(expanded("zonal quick response teams", {{team}, {}}) == "~zqrt ");
    CHECK(expanded("surface-to-air missile") == "~SAM ");
    const AcronymMeaning museum{"sam", "special activities museum", 3};
    CHECK(expanded("surface-to-air missile", {{museum}, {}}).empty());
}

TEST_CASE("query expansion: of a long form's acronyms without end some are looked at") {
    std::vector<AcronymMeaning> defined;
    for (int i = 0; i < 1000; ++i) {
        defined.push_back({"z" + std::to_string(i), "another thing", 100});
        defined.push_back({"z" + std::to_string(i), "air defense", 1});
    }
    Corpus corpus(std::move(defined), {});
    CHECK(expanded("air defense", corpus).empty());
    CHECK(corpus.looks <= 32);
}

TEST_CASE("query expansion: the longest run wins, quotes and exclusions stay as they are") {
    CHECK(expanded("new south korea treaty") == "~South Korean ");
    CHECK(expanded("korea treaty") == "~Korean ");
    CHECK(expanded("\"south korea\"").empty());
    CHECK(expanded("treaty -korea").empty());
    CHECK(expanded("author:korea").empty());
    CHECK(expanded("title:korea") == "~Korean ");
}

TEST_CASE("query expansion: a number behind a name is looked for in the numerals of the corpus") {
    const auto asked = [](std::string_view question) {
        return expanded(question, {{}, {"trident ii", "leopard 2", "agni v", "the ii"}});
    };
    CHECK(asked("Trident 2") == "~trident ii ");
    CHECK(asked("submarines with trident 2 missiles") == "~trident ii ");
    CHECK(asked("Leopard II") == "~leopard 2 ");
    CHECK(asked("Agni-5") == "~agni v ");
    for (const char* none :
         {"Trident 3", "Trident II", "trident 2.5", "F 2", "2 trident", "trident"})
        CHECK(asked(none).empty());
}

TEST_CASE("query expansion: what another wording is called is another wording too, one step on") {
    const auto asked = [](std::string_view question) {
        return expanded(question, {{}, {"mobile launch vehicle"}});
    };
    CHECK(asked("MLV") == "~mobile launch vehicle ~lorry ");
    CHECK(asked("lorry") == "~mobile launch vehicle ~MLV ");
    const AcronymMeaning museum{"sam", "special activities museum", 1};
    CHECK(expanded("surface-to-air missile", {{museum}, {}}) == "~SAM ");  // no museum
}

TEST_CASE(
    "query expansion: in a run words keep wordings where one is a designator or all are one") {
    CHECK(expanded("rear admiral") == "~rear adm ");
    CHECK(expanded("S-400 uran", {{}, {"s400uran"}}) == "~s400uran ~triumf ");
    CHECK(expanded("slave labour", {{}, {"slavelabour"}}) == "~slavelabour ~labor ");
}

TEST_CASE("query expansion: an outlet is known by its address, and written as one word") {
    CHECK(expanded("outlet:harbornews") == "~harbor news ");
    CHECK(expanded("outlet:harbornews.com") == "~harbor news ");
    CHECK(expanded("outlet:www.news-and-harbor.co.uk") == "~news and harbor ");
    CHECK(expanded("outlet:news.example") == "~news ");
    CHECK(expanded("outlet:news").empty());
    CHECK(expanded("outlet:harbornewspaper").empty());
}

TEST_CASE("query expansion: a number is also a word, an ordinal has two ends") {
    CHECK(expanded("seal team 6", {{}, {"team six"}}) == "~team six ");
    CHECK(expanded("Pillar Two", {{}, {"pillar ii", "pillar 2"}}) == "~pillar 2 ~pillar ii ");
    CHECK(expanded("Pillar I", {{}, {"pillar one"}}) == "~pillar one ");
    CHECK(expanded("the one", {{}, {"the 1"}}).empty());
    CHECK(expanded("82nd Airborne", {{}, {"82d"}}) == "~82d ");
    CHECK(expanded("173d Airborne", {{}, {"173rd"}}) == "~173rd ");
    CHECK(expanded("3d printer", {{}, {"3rd"}}).empty());
}

TEST_CASE("query expansion: an acronym with a number is its long form with that number") {
    const AcronymMeaning group{"csg", "carrier strike group", 5};
    const std::vector<std::string> held = {"carrier strike group 5"};
    CHECK(expanded("CSG-5", {{group}, held}) == "~carrier strike group 5 ");
    CHECK(expanded("csg 5", {{group}, held}) == "~carrier strike group 5 ");
    CHECK(expanded("CSG-6", {{group}, held}).empty());
    CHECK(expanded("carrier strike group 5", {{group}, {"csg 5"}}) == "~csg 5 ");
}

TEST_CASE("query expansion: two words are written as one, where the corpus has that") {
    CHECK(expanded("mine hunter", {{}, {"minehunter"}}) == "~minehunter ");
    CHECK(expanded("air strike", {{}, {"airstrikes"}}) == "~airstrikes ");
    CHECK(expanded("in to", {{}, {"into"}}).empty());
    CHECK(expanded("the ater", {{}, {"theater"}}).empty());
}

TEST_CASE(
    "query expansion: a variant behind a space is in the name, where the corpus has that name") {
    CHECK(expanded("Su-30 MKI", {{}, {"su30mki"}}) == "~su30mki ");
    CHECK(expanded("su30 mki", {{}, {"su30mki"}}) == "~su30mki ");
    CHECK(expanded("Su-30 MKI").empty());
    CHECK(expanded("Su-30M KI", {{}, {"su30mki"}}).empty());
    CHECK(expanded("F-16 and", {{}, {"f16and"}}).empty());
}
