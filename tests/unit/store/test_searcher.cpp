#include "documents.hpp"
#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"
#include "store/searcher.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

using namespace sitrep;
using test::article;
using test::put;

namespace {

/// A database of some articles, and questions to it.
class Library {
  public:
    Library() : writer_(*IndexWriter::open(path())) { writer_.put_root("r", "/articles"); }

    std::string path() const { return folder_ / "db"; }
    void add(const StoredArticle& stored) { REQUIRE(put(writer_, stored)); }
    void add_as(const StoredArticle& stored, std::string_view record_key) {
        REQUIRE(put(writer_, stored, false, record_key));
    }
    void commit() { REQUIRE(writer_.commit()); }

    Searcher& searcher() {
        if (!searcher_) searcher_.emplace(*Searcher::open({path()}));
        return *searcher_;
    }

    HitList ask(std::string_view question, const SearchOptions& options = {}) {
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, searcher().analyzer(), StopWords::parse("the\n"));
        Result<HitList> list = searcher().search(*query, options);
        REQUIRE(list);
        return *std::move(list);
    }

    std::vector<std::string> ids(std::string_view question, const SearchOptions& options = {}) {
        std::vector<std::string> out;
        for (const Hit& hit : ask(question, options).hits) out.push_back(hit.id);
        return out;
    }

  private:
    test::TempFolder folder_;
    IndexWriter writer_;
    std::optional<Searcher> searcher_;
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("searcher: finds words, phrases, fields and dates") {
    Library library;
    library.add(article({"r", "a"}, "Cyber pact", "Japan and the United States share information.",
                        "2015-04-27"));
    library.add(
        article({"r", "b"}, "Tanks", "Japanese cyber news; information on sharing.", "2016-01-02"));
    library.commit();
    CHECK(library.ids("\"share information\"") == Ids{"a"});
    CHECK(library.ids("title:cyber") == Ids{"a"});
    CHECK(library.ids("information date:2016") == Ids{"b"});
    CHECK(library.ids("information date:..2015") == Ids{"a"});
    CHECK(library.ids("information -tanks") == Ids{"a"});
    CHECK(library.ids("nothing").empty());
}

TEST_CASE("searcher: a hit tells its file, its header and where it matched") {
    Library library;
    library.add(article({"r", "sub/a.txt"}, "An F-35 flew",
                        "One sentence here. The F‑35A landed. The end.", "2015-04-27"));
    library.commit();
    const HitList list = library.ask("f35");
    REQUIRE(list.hits.size() == 1);
    const Hit& hit = list.hits[0];
    CHECK(hit.rank == 1);
    CHECK(hit.path == "/articles/sub/a.txt");
    CHECK(hit.id == "sub/a.txt");
    CHECK(hit.header.published == "2015-04-27");
    REQUIRE(hit.title_highlights.size() == 1);
    CHECK(hit.header.title.substr(hit.title_highlights[0].begin, 4) == "F-35");
    CHECK(hit.snippet.text.find("F‑35A") != std::string::npos);
    CHECK_FALSE(hit.snippet.highlights.empty());
}

TEST_CASE("searcher: any page is a slice of the one list, and equal hits go by date") {
    Library library;
    for (int i = 0; i < 30; ++i) {
        const std::string day =
            i < 10 ? "0" + std::to_string(i % 9 + 1) : std::to_string(i % 9 + 10);
        library.add(article({"r", "f" + std::to_string(i)}, "Same", "alpha text",
                            i % 3 == 0 ? "" : "2015-04-" + day));
    }
    library.commit();
    SearchOptions all;
    all.limit = 100;
    for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Date}) {
        all.sort = sort;
        const HitList whole = library.ask("alpha", all);
        REQUIRE(whole.hits.size() == 30);
        CHECK(whole.total == 30);
        for (std::size_t i = 1; i < whole.hits.size(); ++i) {
            CHECK(whole.hits[i - 1].header.published >= whole.hits[i].header.published);
        }
        SearchOptions page = all;
        for (page.offset = 0; page.offset < 30; page.offset += 7) {
            page.limit = 7;
            const HitList part = library.ask("alpha", page);
            for (std::size_t i = 0; i < part.hits.size(); ++i) {
                CHECK(part.hits[i].id == whole.hits[page.offset + i].id);
                CHECK(part.hits[i].rank == page.offset + i + 1);
            }
        }
    }
}

TEST_CASE("searcher: pages are slices of one list where weights are nearly equal") {
    constexpr std::size_t kArticles = 14;
    Library library;
    Ids newest_first;
    for (std::size_t i = 0; i < kArticles; ++i) {
        const std::string id = "a" + std::to_string(i);
        library.add(article({"r", id}, "T", i % 2 == 0 ? "alpha" : "bravo",
                            "2025-05-" + std::to_string(10 + i)));
        newest_first.insert(newest_first.begin(), id);
    }
    library.commit();
    for (const std::uint64_t page : {1U, 3U, 7U, 14U}) {
        for (const bool folded : {false, true}) {
            CAPTURE(page);
            SearchOptions options;
            options.limit = page;
            options.fold_copies = folded;
            Ids listed;
            for (; options.offset < kArticles; options.offset += page) {
                const Ids ids = library.ids("alpha^1.0000001 OR bravo", options);
                listed.insert(listed.end(), ids.begin(), ids.end());
            }
            CHECK(listed == newest_first);
        }
    }
}

TEST_CASE("searcher: words are relaxed when too few articles hold them all, and it says so") {
    Library library;
    library.add(article({"r", "both"}, "T", "alpha bravo"));
    library.add(article({"r", "one"}, "T", "alpha only"));
    for (int i = 0; i < 300; ++i)
        library.add(article({"r", "x" + std::to_string(i)}, "T", "charlie delta"));
    library.commit();
    const HitList relaxed = library.ask("alpha bravo");
    CHECK(relaxed.optional_words == Ids{"alpha", "bravo"});
    CHECK(relaxed.total == 2);
    CHECK(relaxed.total_with_all == 1);
    CHECK(relaxed.hits[0].id == "both");
    const HitList strict = library.ask("charlie delta");
    CHECK(strict.optional_words.empty());
    CHECK(strict.total == 300);
    CHECK(library.ids("alpha AND bravo") == Ids{"both"});
}

TEST_CASE("searcher: relaxed, all that hold every word come before any that does not") {
    Library library;
    library.add(article({"r", "often"}, "alpha alpha alpha", "alpha alpha alpha"));
    library.add(article({"r", "both"}, "T",
                        "alpha, and after a long while and many other words here, bravo"));
    for (int i = 0; i < 20; ++i)
        library.add(article({"r", "x" + std::to_string(i)}, "T", "bravo delta"));
    library.commit();
    const HitList list = library.ask("alpha bravo");
    CHECK(list.hits[0].id == "both");
    CHECK(list.total_with_all == 1);
    CHECK(list.total == 22);
}

TEST_CASE("searcher: goes on through a writer's commits") {
    Library library;
    library.add(article({"r", "a"}, "One", "alpha"));
    library.commit();
    CHECK(library.ask("alpha").total == 1);
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 50; ++i) {
            library.add(article({"r", std::to_string(round) + "-" + std::to_string(i)}, "More",
                                "alpha beta gamma"));
        }
        library.commit();
        CHECK(library.ask("alpha").total >= 1);
    }
}

TEST_CASE("searcher: an article that is left out is no hit and not counted") {
    Library library;
    for (const char* id : {"a", "b", "c"})
        library.add(article({"r", id}, "Ships", "The battery fired."));
    library.commit();
    SearchOptions options;
    options.without = library.searcher().find("b")->front().unique_term;
    const HitList list = library.ask("fired", options);
    CHECK(list.total == 2);
    REQUIRE(list.hits.size() == 2);
    CHECK(std::none_of(list.hits.begin(), list.hits.end(),
                       [](const Hit& hit) { return hit.id == "b"; }));
}

TEST_CASE("searcher: absurd pages are empty") {
    Library library;
    library.add(article({"r", "a"}, "One", "alpha"));
    library.commit();
    SearchOptions far;
    far.offset = far.limit = ~0ULL;
    CHECK(library.ask("alpha", far).hits.empty());
}

TEST_CASE("searcher: feedback asks for what the best articles share, within what is asked for") {
    Library library;
    const std::string drill = "The icebreaker drill in the fjord saw divers and sonar.";
    library.add(article({"r", "a"}, "Icebreaker drill", drill, "2015-01-01"));
    library.add(
        article({"r", "b"}, "Icebreaker back", "The icebreaker left; " + drill, "2015-01-02"));
    library.add(
        article({"r", "c"}, "Divers", "Divers with sonar went down in the fjord.", "2016-01-03"));
    library.add(
        article({"r", "d"}, "Divers", "Divers with sonar again in the fjord.", "2015-01-04"));
    for (int i = 0; i < 8; ++i)
        library.add(article({"r", "x" + std::to_string(i)}, "Tanks", "Tanks rolled by.", ""));
    library.commit();
    SearchOptions options;
    options.feedback = 5;
    CHECK(library.ids("icebreaker").size() == 2);
    const HitList list = library.ask("icebreaker", options);
    CHECK(list.total == 4);
    CHECK(list.total_with_all == 2);
    CHECK(std::count(list.learnt_words.begin(), list.learnt_words.end(), "sonar") == 1);
    CHECK(std::count(list.learnt_words.begin(), list.learnt_words.end(), "tank") == 0);
    CHECK(library.ids("icebreaker date:2015", options).size() == 3);
    CHECK(library.ids("nosuchword", options).empty());
}

TEST_CASE("searcher: feedback learns what two of the best say, and half of few articles at most") {
    Library library;
    const std::string tanks = " while tanks rolled by, guns were cleaned and soldiers slept";
    library.add(article({"r", "a"}, "Icebreaker", "It saw fjord, sonar and periscope."));
    library.add(article({"r", "b"}, "Icebreaker", "It saw fjord and sonar."));
    for (int i = 0; i < 10; ++i) {
        std::string text = "Then";
        if (i < 4) text += " fjord";  // six of twelve have it
        if (i < 5) text += " sonar";  // and seven that
        if (i < 2) text += " periscope";
        library.add(article({"r", "x" + std::to_string(i)}, "Tanks", text + tanks));
    }
    library.commit();
    SearchOptions options;
    options.feedback = 5;
    const Ids learnt = library.ask("icebreaker", options).learnt_words;
    CHECK(std::count(learnt.begin(), learnt.end(), "fjord") == 1);
    CHECK(std::count(learnt.begin(), learnt.end(), "sonar") == 0);
    CHECK(std::count(learnt.begin(), learnt.end(), "periscop") == 0);
}

TEST_CASE("searcher: recency lifts what is new, by half with each half-life") {
    Library library;
    library.add(article({"r", "old"}, "News", "A radar and a radar and on much else besides.",
                        "2010-01-01"));
    library.add(article({"r", "new"}, "News", "Something on a radar and on much else besides.",
                        "2025-06-14"));
    library.add(
        article({"r", "undated"}, "News", "Something on a radar and on much else besides.", ""));
    library.commit();
    SearchOptions options;
    CHECK(library.ids("radar", options).front() == "old");
    options.recency = Recency{30, {2025, 6, 15}};
    CHECK(library.ids("radar", options) == Ids{"new", "old", "undated"});
    options.recency = Recency{1, {2030, 1, 1}};
    CHECK(library.ids("radar", options).front() == "old");
}

TEST_CASE("searcher: recency is halved eight times, and then nothing") {
    Library library;
    const std::map<std::string, std::string> days = {
        {"today", "2025-06-15"}, {"tomorrow", "2025-06-16"}, {"one", "2025-05-16"},
        {"two", "2025-04-16"},   {"eight", "2024-10-18"},    {"older", "2024-10-17"},
        {"undated", ""}};
    for (const auto& [name, day] : days)
        library.add(article({"r", name}, "News", "Something on a radar.", day));
    library.commit();
    SearchOptions options;
    options.recency = Recency{30, {2025, 6, 15}};
    std::map<std::string, double> scores;
    for (const Hit& hit : library.ask("radar", options).hits) scores[hit.id] = hit.score;
    REQUIRE(scores.size() == days.size());
    const auto gain = [&](const char* name) { return scores[name] - scores["undated"]; };
    const double most = gain("today");
    CHECK(most > 0);
    CHECK(gain("tomorrow") == doctest::Approx(most));
    CHECK(gain("one") == doctest::Approx(most / 2));
    CHECK(gain("two") == doctest::Approx(most / 4));
    CHECK(gain("eight") == doctest::Approx(most / 256));
    CHECK(gain("older") == 0);
}

TEST_CASE("searcher: fields weigh what the question says they weigh") {
    Library library;
    library.add(article({"r", "headline"}, "Frigate",
                        "It sailed past the old harbour wall at dawn, twice.", "2015-01-01"));
    library.add(article({"r", "text"}, "Ships", "The frigate was a frigate that sailed at dawn.",
                        "2015-01-02"));
    library.commit();
    SearchOptions options;
    options.boosts[static_cast<std::size_t>(Field::Title)] = 0;
    CHECK(library.ids("frigate", options) == Ids{"text", "headline"});
    options.boosts[static_cast<std::size_t>(Field::Title)] = 5;
    CHECK(library.ids("frigate", options) == Ids{"headline", "text"});
}

TEST_CASE("searcher: facets and timeline are what counting all hits by hand gives") {
    Library library;
    const std::vector<std::string> outlets = {"Defense News", "Janes", ""};
    for (int i = 0; i < 60; ++i) {
        StoredArticle stored =
            article({"r", "f" + std::to_string(i)}, i % 2 == 0 ? "F-35" : "Ships",
                    i % 5 == 0 ? "alpha only" : "alpha bravo of a P-8A",
                    i % 4 == 0 ? "" : "2015-0" + std::to_string(i % 9 + 1) + "-11");
        stored.article.header.outlet = outlets[static_cast<std::size_t>(i % 3)];
        stored.article.header.authors = {"Ann Example", "Writer " + std::to_string(i % 7)};
        library.add(stored);
    }
    library.commit();
    SearchOptions options;
    options.limit = 1000;
    options.facets = {Facet::Outlet, Facet::Author, Facet::Designator};
    options.timeline = Period::Month;
    for (const char* question : {"alpha", "alpha bravo", "title:ships", "alpha outlet:janes"}) {
        const HitList list = library.ask(question, options);
        std::map<std::string, std::uint64_t> outlet_counts;
        std::map<std::string, std::uint64_t> author_counts;
        std::map<std::string, std::uint64_t> month_counts;
        for (const Hit& hit : list.hits) {
            ++outlet_counts[hit.header.outlet];
            for (const std::string& author : hit.header.authors) ++author_counts[author];
            ++month_counts[hit.header.published.substr(0, 7)];
        }
        CHECK(list.total == list.hits.size());  // the optional words' articles included
        REQUIRE(list.facets.size() == 3);
        CHECK(list.facets[0].without == outlet_counts[""]);
        for (const FacetValue& value : list.facets[0].values)
            CHECK(value.articles == outlet_counts[value.name]);
        CHECK(list.facets[1].values.size() == author_counts.size());
        for (const FacetValue& value : list.facets[1].values)
            CHECK(value.articles == author_counts[value.name]);
        REQUIRE(list.timeline);
        CHECK(list.timeline->undated == month_counts[""]);
        for (const TimelineBar& bar : list.timeline->bars)
            CHECK(bar.articles == month_counts["2015-0" + std::to_string(bar.first.month)]);
    }
    const std::vector<FacetValue> designators = library.ask("alpha", options).facets[2].values;
    CHECK(designators == std::vector<FacetValue>{{"P-8A", 48}, {"F-35", 30}});
}

TEST_CASE("searcher: what is counted is exact also of how many hold every word") {
    constexpr std::size_t kBoth = 10'200;  // from 10,000 on Xapian may estimate
    constexpr std::size_t kOne = 500;
    test::TempFolder folder;
    IndexWriter writer = *IndexWriter::open(folder / "db");
    writer.put_root("r", "/articles");
    Analyzer analyzer = *Analyzer::create(writer.analyzer_config());
    const FileKey file{"r", "feed"};
    writer.begin_file(file, false);
    const auto add = [&](std::size_t count, const std::string& text) {
        const StoredArticle stored = article(file, "T", text, "2015-04-27");
        for (std::size_t i = 0; i < count; ++i) {
            REQUIRE(writer.add(build_index_document(stored, text + std::to_string(i), analyzer),
                               "feed"));
        }
    };
    add(10,
        "alpha alpha alpha bravo bravo bravo");  // behind 10,000 what weighs less is not counted
    add(kOne, "alpha");
    add(kOne, "bravo");
    add(kBoth, "alpha bravo");
    REQUIRE(writer.end_file({file.path, {1, 2, 3}, "hash", 1, 0, {}}));
    REQUIRE(writer.commit());
    Searcher searcher = *Searcher::open({folder / "db"});
    QueryPtr query = *parse_query("alpha bravo", {2025, 6, 15});
    analyze_query(*query, searcher.analyzer(), {});
    SearchOptions options;
    options.facets = {Facet::Year};
    const Result<HitList> list = searcher.search(*query, options);
    REQUIRE(list);
    CHECK(list->total == kBoth + 10);
    CHECK(list->total_with_all == list->total);
}

TEST_CASE("searcher: an article is found by the id and the path that its hit shows") {
    Library library;
    StoredArticle given = article({"r", "feed.jsonl"}, "Given", "alpha");
    given.article.header.id = "mp-7";
    given.place.record = 3;
    library.add(article({"r", "sub/a#1.txt"}, "Plain", "alpha"));
    library.add_as(given, "=mp-7");
    library.commit();
    const HitList list = library.ask("alpha");
    REQUIRE(list.hits.size() == 2);
    for (const Hit& hit : list.hits) {
        for (const std::string& name : {hit.id, hit.path}) {
            const auto found = library.searcher().find(name);
            REQUIRE(found);
            REQUIRE(found->size() == 1);
            CHECK(found->front().article.header.title == hit.header.title);
            CHECK(found->front().path == hit.path);
        }
    }
    CHECK(library.searcher().find("feed.jsonl")->empty());
    CHECK(library.searcher().find("")->empty());
}

TEST_CASE("searcher: the article of a hit is that one, whatever else has its path") {
    Library library;
    StoredArticle member = article({"r", "clips.tar"}, "First", "alpha");
    member.place.member = "page.html";
    library.add_as(member, "#page.html");
    member.article.header.title = "Second";
    library.add_as(member, "~#page.html#page.html");
    library.commit();
    const HitList list = library.ask("alpha");
    REQUIRE(list.hits.size() == 2);
    for (const Hit& hit : list.hits) {
        const auto found = library.searcher().article_of(hit);
        REQUIRE(found);
        REQUIRE(found->size() == 1);
        CHECK(found->front().article.header.title == hit.header.title);
        CHECK(library.searcher().find(hit.path)->size() == 2);
    }
    Hit gone = list.hits.front();
    gone.unique_term = "Qnone";
    CHECK(library.searcher().article_of(gone)->empty());
    gone.unique_term.clear();
    CHECK(library.searcher().article_of(gone)->empty());
}

TEST_CASE("searcher: a sample is drawn from all that match, and the same seed draws it again") {
    Library library;
    for (int i = 0; i < 40; ++i)
        library.add(article({"r", "a" + std::to_string(i)}, "Radar", "A radar was seen.",
                            "2020-01-" + std::to_string(10 + i % 20)));
    library.add(article({"r", "other"}, "Tanks", "A tank was seen.", "2020-01-01"));
    library.commit();
    SearchOptions options;
    options.sample = Sample{10, 1};
    const HitList list = library.ask("radar", options);
    CHECK(list.total == 40);
    CHECK(!list.total_is_estimate);
    Ids drawn = library.ids("radar", options);
    CHECK(drawn.size() == 10);
    CHECK(library.ids("radar", options) == drawn);
    const Ids ranked = library.ids("radar", {0, 100});
    CHECK(std::is_sorted(drawn.begin(), drawn.end(), [&](const auto& one, const auto& other) {
        return std::find(ranked.begin(), ranked.end(), one) <
               std::find(ranked.begin(), ranked.end(), other);
    }));
    options.sample = Sample{10, 2};
    CHECK(library.ids("radar", options) != drawn);
    options.sample = Sample{1000, 2};
    CHECK(library.ids("radar", options) == ranked);

    std::map<std::string, int> times;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        options.sample = Sample{10, seed};
        for (const std::string& id : library.ids("radar", options)) ++times[id];
    }
    CHECK(times.size() == 40);
    for (const auto& [id, count] : times) {  // 50 expected, with a deviation of 6
        CHECK(count > 20);
        CHECK(count < 80);
    }
}

TEST_CASE("searcher: articles that come later displace few of a sample") {
    Library library;
    const auto add = [&](int first, int last) {
        for (int i = first; i < last; ++i)
            library.add(article({"r", "a" + std::to_string(i)}, "Radar", "A radar was seen."));
        library.commit();
    };
    SearchOptions options;
    options.sample = Sample{20, 7};
    add(0, 100);
    const Ids before = library.ids("radar", options);
    add(100, 105);
    library.searcher() = *Searcher::open({library.path()});
    const Ids after = library.ids("radar", options);
    int kept = 0;
    for (const std::string& id : before)
        kept += static_cast<int>(std::count(after.begin(), after.end(), id));
    CHECK(after.size() == 20);
    CHECK(kept >= 15);
}

TEST_CASE(
    "searcher: what is drawn, counted or put in the order of days holds every word, if anything "
    "does") {
    Library library;
    library.add(article({"r", "both"}, "Radar", "A radar beside a tank."));
    library.add(article({"r", "one"}, "Radar", "A radar alone."));
    library.add(article({"r", "none"}, "Ships", "A ship."));
    library.commit();
    SearchOptions options;
    options.sample = Sample{5, 1};
    CHECK(library.ids("radar tank", options) == Ids{"both"});
    CHECK(library.ids("radar helicopter", options).size() == 2);
    SearchOptions by_day;
    by_day.sort = SortOrder::Date;
    CHECK(library.ids("radar tank", by_day) == Ids{"both"});
    SearchOptions counted;
    counted.facets = {Facet::Year};
    CHECK(library.ask("radar tank", counted).total == 1);
    CHECK(library.ids("radar tank") == Ids{"both", "one"});
}

TEST_CASE("searcher: words that no article holds find nothing, whatever stands beside them") {
    Library library;
    library.add(article({"r", "a"}, "Radar", "A radar beside a tank.", "2015-04-27"));
    library.commit();
    for (const char* question : {"nosuch nowhere", "nosuch nowhere date:2015",
                                 "nosuch nowhere +radar", "nosuch nowhere -ships"}) {
        CAPTURE(question);
        CHECK(library.ids(question).empty());
    }
}

TEST_CASE("searcher: no article gains by words side by side that it has not, whatever is asked") {
    Library library;
    const std::array<std::string, 4> orders = {"coast guard", "guard the coast", "coast", "guard"};
    for (std::size_t i = 0; i < 120; ++i) {
        const std::string& words = orders[i % orders.size()];
        library.add(article({"r", std::to_string(i)}, i % 3 == 0 ? words : "Ships at sea",
                            "The " + words + (i % 5 == 0 ? " saw a coast guard" : " sails") +
                                (i % 7 == 0 ? " by radar." : "."),
                            i % 2 == 0 ? "2015-04-27" : "2016-04-27"));
    }
    library.commit();
    SearchOptions all;
    all.limit = 200;
    SearchOptions drawn = all;
    drawn.sample = Sample{40, 1};
    for (const char* question :
         {"coast guard date:2015", "coast guard +radar", "coast guard -radar", "coast-guard radar",
          "coast-guard date:2015", "guard coast size:1..", "coast guard"}) {
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, library.searcher().analyzer(), StopWords::parse("the\n"));
        for (const SearchOptions& options : {all, drawn}) {
            for (const Hit& hit : library.ask(question, options).hits) {
                CAPTURE(question);
                CAPTURE(hit.id);
                const auto accounts = library.searcher().account_for(hit.id, *query, options);
                REQUIRE(accounts);
                CHECK(std::abs(accounts->front().score - hit.score) < 1e-6);
                CHECK(std::abs(accounts->front().rest) < 1e-6);
            }
        }
    }
}

TEST_CASE("searcher: the parts of a question add up to what an article scores") {
    Library library;
    library.add(
        article({"r", "a"}, "Radar pact", "Japan shares a radar with allied ships.", "2015-04-27"));
    library.add(article({"r", "b"}, "Ships", "A ship with radars, tanks, tanks.", "2016-01-02"));
    library.add(article({"r", "c"}, "Tanks", "A tank alone.", "2017-01-02"));
    library.commit();
    for (const char* question :
         {"radar", "radar ships", "shares radar ships", "\"allied ships\" radar", "radar AND ships",
          "radar^3 OR (japan OR ships)^2", "rada* date:2015", "title:radar -tanks", "+radar tanks",
          "japan NEAR/5 radar", "radar radar ships"}) {
        CAPTURE(question);
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, library.searcher().analyzer(), StopWords::parse("the\n"));
        for (const Hit& hit : library.ask(question).hits) {
            const auto accounts = library.searcher().account_for(hit.id, *query, {});
            REQUIRE(accounts);
            REQUIRE(accounts->size() == 1);
            const HitAccount& account = accounts->front();
            CHECK(account.matches);
            CHECK(account.rank == hit.rank);
            CHECK(account.score == doctest::Approx(hit.score).epsilon(1e-9));
            CHECK(std::abs(account.rest) < 1e-6);
        }
    }
}
