#include "model/fields.hpp"
#include "text/field_terms.hpp"
#include "text/index_document_builder.hpp"
#include "token_text.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sitrep;

/// A built document that answers questions about its terms.
struct Built {
    IndexDocument document;

    explicit Built(const Article& article) {
        StoredArticle stored;
        stored.file = {"root", "a.txt"};
        stored.article = article;
        Analyzer analyzer = test::make_analyzer();
        document = build_index_document(stored, "7", analyzer);
    }
    bool has(const std::string& term) const { return document.terms.contains(term); }
    std::uint32_t wdf(const std::string& term) const { return document.terms.at(term).wdf; }
    const Positions& at(const std::string& term) const { return document.terms.at(term).positions; }
};

TEST_CASE("index document: exact words have positions, stems have none and only differ") {
    Article article;
    article.sections = {{"", {"Ships exercise. Exercises end."}}};
    const Built built(article);
    CHECK(built.at("exercise") == Positions{2});
    CHECK(built.at("exercises") == Positions{3});
    CHECK(built.wdf("Zexercis") == 2);
    CHECK(built.at("Zexercis").empty());
    CHECK(built.has("end"));
    CHECK_FALSE(built.has("Zend"));
}

TEST_CASE(
    "index document: a field's words stand under its prefix, and boosted fields' also without") {
    Article article;
    article.header.title = "Carrier sails";
    article.header.deck = "A short trip";
    article.sections = {{"", {"The carrier left."}}};
    const Built built(article);
    CHECK(built.wdf("Scarrier") == 1);
    CHECK(built.at("Scarrier") == Positions{1});
    CHECK(built.wdf("carrier") == 2);
    CHECK(built.wdf("ZSsail") == 1);
    CHECK(built.wdf("Zsail") == 1);
    CHECK(built.wdf("XDtrip") == 1);
    CHECK(built.wdf("trip") == 1);
}

TEST_CASE(
    "index document: the first of three paragraphs is a lead, a text of one or two has none") {
    Article article;
    article.sections = {{"", {"first words", "second"}}, {"Next", {"third"}}};
    const Built built(article);
    CHECK(built.at("XLfirst") == Positions{1});
    CHECK_FALSE(built.has("XLsecond"));
    article.sections.pop_back();
    CHECK_FALSE(Built(article).has("XLfirst"));
}

TEST_CASE("index document: fields, sections and headings stand a gap apart, paragraphs do not") {
    Article article;
    article.header.title = "one two";
    article.sections = {{"", {"three", "four"}}, {"five", {"six"}}};
    const Built built(article);
    const std::uint32_t three = 3 + kFieldGap;
    CHECK(built.at("two") == Positions{2});
    CHECK(built.at("three") == Positions{three});
    CHECK(built.at("four") == Positions{three + 1});
    CHECK(built.at("five") == Positions{three + 2 + kFieldGap});
    CHECK(built.at("six") == Positions{three + 3 + 2 * kFieldGap});
}

TEST_CASE("index document: the section field holds the category and every heading") {
    Article article;
    article.header.section = "Naval";
    article.sections = {{"Cyber", {"text"}}, {"Space", {"text"}}};
    const Built built(article);
    CHECK(built.at("XScyber") == Positions{1});
    CHECK(built.at("XSspace") == Positions{2 + kFieldGap});
    CHECK(built.at("XSnaval") == Positions{3 + 2 * kFieldGap});
    CHECK(built.wdf("cyber") == 1);
    CHECK(built.wdf("naval") == 1);
}

TEST_CASE("index document: authors stand apart and are searched by field only") {
    Article article;
    article.header.authors = {"Jane Doe", "John Roe"};
    article.header.outlet = "The Paper";
    const Built built(article);
    CHECK(built.at("Adoe") == Positions{2});
    CHECK(built.at("Ajohn") == Positions{3 + kFieldGap});
    CHECK(built.has("XOpaper"));
    CHECK_FALSE(built.has("doe"));
    CHECK_FALSE(built.has("paper"));
}

TEST_CASE("index document: an outlet known by its host alone is found by the site's name") {
    const auto is_named = [](const std::string& outlet, const std::string& name) {
        Article article;
        article.header.outlet = outlet;
        return Built(article).has("XO" + name);
    };
    CHECK(is_named("dvidshub.net", "dvidshub"));
    CHECK(is_named("news.usni.org", "usni"));
    CHECK(is_named("bbc.co.uk", "bbc"));
    CHECK_FALSE(is_named("bbc.co.uk", "co"));
    CHECK_FALSE(is_named("St. Petersburg Times", "st. petersburg times"));
}

TEST_CASE("index document: what stands on several words has no position but a begin and an end") {
    Article article;
    article.sections = {{"", {"An F-35A flew with an anti-ship AN/SPY-6"}}};
    const Built built(article);
    for (const std::string term : {"f35a", "f35"}) {
        CAPTURE(term);
        CHECK(built.at(term).empty());
        CHECK(built.wdf(term) == 1);
        CHECK(built.at("XB" + term) == Positions{2});
        CHECK_FALSE(built.has("XI" + term));
        CHECK(built.at("XTB" + term) == Positions{3});
        CHECK(built.wdf("XB" + term) == 0);
    }
    CHECK(built.at("f") == Positions{2});
    CHECK(built.at("35a") == Positions{3});
    CHECK(built.at("flew") == Positions{4});
    CHECK(built.at("XBantiship") == Positions{7});
    CHECK(built.at("XTBantiship") == Positions{8});
    CHECK(built.at("XBspy6") == Positions{9});
    CHECK(built.at("XIspy6") == Positions{10});
    CHECK(built.at("XTCspy6") == Positions{11});
}

TEST_CASE(
    "index document: a name in one word stands there, in several too where it is so written") {
    Article article;
    article.sections = {{"", {"f35 and F-35"}}};
    const Built built(article);
    CHECK(built.at("f35") == Positions{1});
    CHECK(built.at("XBf35") == Positions{3});
    CHECK(built.wdf("f35") == 2);
}

TEST_CASE("index document: a designator that is named itself is marked, its family is not") {
    Article article;
    article.sections = {{"", {"An F-35A flew"}}};
    const Built built(article);
    CHECK(built.has("XEf35a"));
    CHECK_FALSE(built.has("XEf35"));
}

TEST_CASE("index document: identity, language and values") {
    Article article;
    article.header.language = "en";
    article.header.published = "2015-05-29T23:10:00-04:00";
    const Built built(article);
    const IndexDocument& document = built.document;
    CHECK(document.unique_term == unique_term({"root", "a.txt"}, "7"));
    CHECK(built.has(document.unique_term));
    CHECK(built.has(file_term({"root", "a.txt"})));
    CHECK(built.has("Len"));
    CHECK(built.wdf("Len") == 0);
    CHECK(document.values.at(Slot::Date) == "20150529");
    CHECK(document.values.at(Slot::Order) == "20150529" + document.unique_term);
    CHECK(decode_stored_article(document.data)->article == article);
}

TEST_CASE("index document: an unknown date leaves no date, and orders before all others") {
    Article article;
    article.header.published = "some day";
    const Built built(article);
    CHECK_FALSE(built.document.values.contains(Slot::Date));
    CHECK(built.document.values.at(Slot::Order) == "00000000" + built.document.unique_term);
}

TEST_CASE("index document: repeated words count once each, positions ascend") {
    Article article;
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "again and ";
    article.sections = {{"", {text}}};
    const Built built(article);
    CHECK(built.wdf("again") == 1000);
    CHECK(built.at("again").size() == 1000);
    CHECK(built.at("again").back() == 1999);
}

TEST_CASE("index document: a long paragraph is read in pieces, and positions go on through them") {
    Article article;
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "again and ";
    article.sections = {{"", {text}}};
    const Built built(article);
    CHECK(built.wdf("again") == 100'000);
    CHECK(built.at("and").back() == 200'000);
}

TEST_CASE(
    "index document: of endless different words only as many are made as tell that it is refused") {
    Article article;
    std::string text;
    for (int i = 0; i < 400'000; ++i) text += "w" + std::to_string(i) + " ";
    article.sections = {{"", {text}}};
    const Built built(article);
    CHECK(built.document.terms.size() > kMaxDocumentTerms);
    CHECK(built.document.terms.size() < kMaxDocumentTerms + 100);
}

}  // namespace
