#include "documents.hpp"
#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"
#include "store/searcher.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>

using namespace sitrep;
using test::article;
using test::put;

namespace {

/// Databases in folders `0`, `1`, ... side by side.
class Shelf {
  public:
    explicit Shelf(std::size_t databases) {
        for (std::size_t i = 0; i < databases; ++i) {
            paths.push_back(folder_ / std::to_string(i));
            writers_.push_back(std::make_unique<IndexWriter>(*IndexWriter::open(paths.back())));
            writers_.back()->put_root("r", "/shelf" + std::to_string(i));
        }
    }

    void add(std::size_t database, const StoredArticle& stored) {
        REQUIRE(put(*writers_[database % writers_.size()], stored));
    }
    void commit() {
        for (const auto& writer : writers_) REQUIRE(writer->commit());
    }

    HitList ask(std::string_view question, const SearchOptions& options = {}) {
        if (!searcher_) searcher_.emplace(*Searcher::open(paths));
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, searcher_->analyzer(), StopWords::parse("the\n"));
        Result<HitList> list = searcher_->search(*query, options);
        REQUIRE(list);
        return *std::move(list);
    }

    std::vector<std::string> paths;

  private:
    test::TempFolder folder_;
    std::vector<std::unique_ptr<IndexWriter>> writers_;
    std::optional<Searcher> searcher_;
};

/// Articles that differ in length, words, forms of words, names and days.
StoredArticle various(std::size_t number) {
    constexpr std::array<std::string_view, 7> kWords = {
        "frigate",        "frigates landed", "missile test",          "missiles",
        "the F-35A flew", "F-16C Block 50",  "a cyber pact of allies"};
    std::string text = "Report on defense.";
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        for (std::size_t times = (number * (i + 3) + i) % 4; times > 0; --times)
            text += " " + std::string(kWords[i]) + " again.";
    }
    const std::string day = std::to_string(10 + number % 19);
    return article({"r", "f" + std::to_string(number) + ".txt"},
                   number % 3 == 0 ? "Frigates and missiles" : "News", text,
                   number % 5 == 0 ? "" : "2025-05-" + day);
}

void check_same(const HitList& one, const HitList& several) {
    CHECK(several.total == one.total);
    CHECK(several.total_is_estimate == one.total_is_estimate);
    CHECK(several.total_with_all == one.total_with_all);
    CHECK(several.learnt_words == one.learnt_words);
    REQUIRE(several.hits.size() == one.hits.size());
    for (std::size_t i = 0; i < one.hits.size(); ++i) {
        CHECK(several.hits[i].id == one.hits[i].id);
        CHECK(several.hits[i].score == doctest::Approx(one.hits[i].score).epsilon(1e-6));
        CHECK(several.hits[i].snippet == one.hits[i].snippet);
    }
}

}  // namespace

TEST_CASE("database set: several answer as one that holds all, in hits, order and scores") {
    constexpr std::size_t kArticles = 90;
    SearchOptions plain;
    plain.limit = kArticles;
    SearchOptions by_date = plain;
    by_date.sort = SortOrder::Newest;
    SearchOptions by_age = plain;
    by_age.sort = SortOrder::Oldest;
    SearchOptions learning = plain;
    learning.feedback = 5;
    SearchOptions recent = plain;
    recent.recency = Recency{30, {2025, 6, 15}};
    SearchOptions page = plain;
    SearchOptions learning_page = learning;
    SearchOptions recent_page = recent;
    for (SearchOptions* part : {&page, &learning_page, &recent_page}) {  // of one database, Xapian
        part->offset = 7;                                                // weighs few of the rest
        part->limit = 5;
    }
    Shelf one(1);
    for (std::size_t i = 0; i < kArticles; ++i) one.add(0, various(i));
    one.commit();
    for (const std::size_t databases : {2U, 3U}) {
        Shelf several(databases);
        for (std::size_t i = 0; i < kArticles; ++i) several.add(i * i, various(i));
        several.commit();
        for (const std::string_view question :
             {"frigates", "frigate missiles cyber", "\"missile test\"", "title:frigates -cyber",
              "f35 flew", "f16", "missile date:2025-05-12..2025-05-20", "pact OR landed",
              "frigates nowhere"}) {
            CAPTURE(question);
            for (const SearchOptions& options :
                 {plain, by_date, by_age, learning, recent, page, learning_page, recent_page})
                check_same(one.ask(question, options), several.ask(question, options));
        }
    }
}

TEST_CASE("database set: a hit's path is that of its database's root") {
    Shelf shelf(2);
    shelf.add(0, article({"r", "a.txt"}, "T", "alpha"));
    shelf.add(1, article({"r", "b.txt"}, "T", "alpha bravo"));
    shelf.commit();
    CHECK(shelf.ask("bravo").hits.at(0).path == "/shelf1/b.txt");
    CHECK(shelf.ask("alpha -bravo").hits.at(0).path == "/shelf0/a.txt");
}

TEST_CASE("database set: other wordings that end together in each of them are found in all") {
    Shelf one(1);
    Shelf several(3);
    for (std::size_t i = 0; i < 30; ++i) {
        const StoredArticle stored =
            article({"r", std::to_string(i)}, "T", i % 2 == 0 ? "the F 35 flew" : "an F-35 35 f");
        one.add(0, stored);
        several.add(i, stored);
    }
    one.commit();
    several.commit();
    for (const std::string_view question : {"\"f 35\"", "f-35", "f 35", "\"f 35\" -bravo"}) {
        CAPTURE(question);
        check_same(one.ask(question), several.ask(question));
    }
}

TEST_CASE("database set: an article is found by its path in whichever of them it lies") {
    Shelf shelf(3);
    for (std::size_t i = 0; i < 3; ++i) shelf.add(i, article({"r", "same.txt"}, "T", "alpha"));
    shelf.commit();
    Searcher searcher = *Searcher::open(shelf.paths);
    const Result<std::vector<FoundArticle>> one = searcher.find("/shelf1/same.txt");
    REQUIRE(one);
    REQUIRE(one->size() == 1);
    CHECK(one->front().path == "/shelf1/same.txt");
    CHECK(searcher.find("same.txt")->size() == 3);
}

TEST_CASE("database set: one named twice is refused, by whatever names") {
    const Shelf shelf(2);
    const Result<Searcher> same = Searcher::open({shelf.paths[0], shelf.paths[1], shelf.paths[0]});
    REQUIRE_FALSE(same);
    CHECK(same.error().code == ErrorCode::Usage);
    CHECK(same.error().message.find("named twice") != std::string::npos);
    const Result<Searcher> other = Searcher::open({shelf.paths[0], shelf.paths[0] + "/../0"});
    REQUIRE_FALSE(other);
    CHECK(other.error().message.find("are one database") != std::string::npos);
}

TEST_CASE("database set: the one in trouble is named") {
    const Shelf shelf(1);
    const Result<Searcher> missing = Searcher::open({shelf.paths[0], shelf.paths[0] + "-none"});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::Database);
    CHECK(missing.error().message.find("-none") != std::string::npos);
}
