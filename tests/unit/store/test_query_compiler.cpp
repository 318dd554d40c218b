#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"
#include "store/query_compiler.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

class Compiled {
  public:
    Compiled() : database_(Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)) {
        Xapian::Document document;
        for (const char* term :
             {"missile", "Zmissil", "missiles", "the", "of", "japan", "cyber", "state", "sponsor",
              "Zsponsor", "XScyber", "f35", "XBf35", "XIf35", "XTBf35", "XTCf35"}) {
            document.add_term(term);
        }
        database_.add_document(document);
    }

    CompiledQuery operator()(std::string_view question) {
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, analyzer_, StopWords::parse("the\nof\n"));
        return compile(*query, database_);
    }

    std::string strict(std::string_view question) {
        return (*this)(question).strict.whole().get_description();
    }

  private:
    Xapian::WritableDatabase database_;
    Analyzer analyzer_ = *Analyzer::create(AnalyzerConfig::current());
};

}  // namespace

TEST_CASE("query compiler: a word is every form that the index has of it") {
    Compiled compiled;
    CHECK(compiled.strict("missiles") == "Query(Zmissil)");
    CHECK(compiled.strict("sponsored") == "Query((sponsor SYNONYM Zsponsor))");
    CHECK(compiled.strict("JAPAN") == "Query(japan)");
    CHECK(compiled.strict("nowhere") == "Query()");
}

TEST_CASE("query compiler: phrases are exact words side by side") {
    Compiled compiled;
    CHECK(compiled.strict("\"the missiles of japan\"") ==
          "Query((the PHRASE 4 missiles PHRASE 4 of PHRASE 4 japan))");
    CHECK(compiled.strict("\"missiles\"") == "Query(missiles)");
    CHECK(compiled.strict("\"missiles of nowhere\"") == "Query()");
}

TEST_CASE("query compiler: a name in a phrase begins and ends where its neighbours are") {
    Compiled compiled;
    CHECK(compiled.strict("\"F-35\"") == "Query(f35)");
    CHECK(compiled.strict("\"F-35 missiles\"") ==
          "Query(((f35 PHRASE 2 missiles) MAX "
          "((f35 AND missiles) FILTER (XTBf35 PHRASE 2 missiles)) MAX "
          "((f35 AND missiles) FILTER (XTCf35 PHRASE 2 missiles))))");
    CHECK(compiled.strict("\"the F-35\"") ==
          "Query(((the PHRASE 2 f35) MAX ((the AND f35) FILTER (the PHRASE 2 XBf35))))");
    const std::string inner = compiled.strict("\"the F-35 missiles\"");
    CHECK(inner.find("(the PHRASE 4 XBf35 PHRASE 4 XTBf35 PHRASE 4 missiles)") != inner.npos);
    CHECK(inner.find("(the PHRASE 5 XBf35 PHRASE 5 XIf35 PHRASE 5 XTCf35 PHRASE 5 missiles)") !=
          inner.npos);
}

TEST_CASE("query compiler: fields are prefixes, dates are ranges that filter") {
    Compiled compiled;
    CHECK(compiled.strict("section:cyber") == "Query(XScyber)");
    CHECK(compiled.strict("japan date:2015") ==
          "Query((japan FILTER VALUE_RANGE 0 20150101 20151231))");
    CHECK(compiled.strict("japan -cyber") ==
          "Query((japan AND_NOT (cyber AND_MAYBE 0.0625 * XScyber)))");
}

TEST_CASE(
    "query compiler: only plain words side by side can be relaxed, and one of them must match") {
    Compiled compiled;
    CHECK_FALSE(compiled("japan").can_relax());
    CHECK_FALSE(compiled("japan AND cyber").can_relax());
    CHECK_FALSE(compiled("japan section:cyber").can_relax());
    CHECK_FALSE(compiled("\"japan cyber\"").can_relax());
    const CompiledQuery two = compiled("the japan cyber");
    CHECK(two.can_relax());
    CHECK(two.optional_words == std::vector<std::string>{"japan", "cyber"});
    CHECK(two.relaxed.whole().get_description() ==
          "Query((((japan OR (cyber AND_MAYBE 0.0625 * XScyber)) AND_MAYBE "
          "(0 * (japan AND (cyber AND_MAYBE 0.0625 * XScyber)) AND "
          "PostingSource(Xapian::FixedWeightPostingSource(wt=100000)))) AND_MAYBE "
          "0.25 * (japan PHRASE 2 cyber)))");
    const std::string rest =
        compiled("japan state \"state sponsor\" -missile").relaxed.whole().get_description();
    CHECK(rest.find("AND (state PHRASE 2 sponsor)) AND_NOT Zmissil) AND_MAYBE (0 * (") !=
          rest.npos);
}

TEST_CASE("query compiler: articles gain by neighbouring words side by side, and not over a gap") {
    Compiled compiled;
    CHECK(compiled.strict("japan missile missiles") ==
          "Query((((japan AND Zmissil AND Zmissil) AND_MAYBE "
          "0.125 * (japan PHRASE 2 missile)) AND_MAYBE 0.125 * (missile PHRASE 2 missiles)))");
    CHECK(compiled.strict("japan the missile") == "Query((japan AND Zmissil))");
    CHECK(compiled.strict("japan AND missile") == "Query((japan AND Zmissil))");
}

TEST_CASE("query compiler: a boost scales, a plus keeps a word from becoming optional") {
    Compiled compiled;
    CHECK(compiled.strict("japan^2") == "Query(2 * japan)");
    CHECK(compiled("+japan missile state").optional_words ==
          std::vector<std::string>{"missile", "state"});
    CHECK_FALSE(compiled("+japan missile").can_relax());
    CHECK(compiled("japan missile^3").relaxed.whole().get_description().find("wt=300000") !=
          std::string::npos);
    CHECK(compiled.strict("+the AND japan") == "Query((the AND japan))");
}

TEST_CASE("query compiler: words near one another are windows in each order, names by their ends") {
    Compiled compiled;
    CHECK(compiled.strict("missiles ADJ/3 japan") ==
          "Query(((Zmissil AND japan) FILTER (missiles PHRASE 4 japan)))");
    CHECK(compiled.strict("missiles NEAR/3 japan") ==
          "Query(((Zmissil AND japan) FILTER ((missiles PHRASE 4 japan) OR (japan PHRASE 4 "
          "missiles))))");
    CHECK(compiled.strict("F-35 ADJ/1 japan") ==
          "Query(((f35 AND japan) FILTER ((f35 OR XTBf35 OR XTCf35) PHRASE 2 japan)))");
    const std::string middle = compiled.strict("the ADJ/2 F-35 ADJ/2 japan");
    CHECK(middle.find("(the PHRASE 5 XBf35 PHRASE 5 XTBf35 PHRASE 5 japan)") != middle.npos);
    CHECK(compiled.strict("missiles NEAR/3 nowhere") == "Query()");
}

TEST_CASE("query compiler: XOR is Xapian's, several dates filter as one does") {
    Compiled compiled;
    CHECK(compiled.strict("japan XOR missiles") == "Query((japan XOR Zmissil))");
    CHECK(compiled.strict("japan date:2015,2017") ==
          "Query((japan FILTER (VALUE_RANGE 0 20150101 20151231 OR VALUE_RANGE 0 20170101 "
          "20171231)))");
}
