#include "library.hpp"

#include <algorithm>
#include <map>

using namespace sitrep;
using test::article;
using test::Ids;
using test::Library;

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
    for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest}) {
        all.sort = sort;
        const HitList whole = library.ask("alpha", all);
        REQUIRE(whole.hits.size() == 30);
        CHECK(whole.total == 30);
        for (std::size_t i = 1; i < whole.hits.size(); ++i) {
            const std::string& before = whole.hits[i - 1].header.published;
            const std::string& here = whole.hits[i].header.published;
            CHECK((sort != SortOrder::Oldest
                       ? before >= here
                       : here.empty() || (!before.empty() && before <= here)));
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
    for (const SortOrder sort : {SortOrder::Newest, SortOrder::Oldest}) {
        by_day.sort = sort;
        CHECK(library.ids("radar tank", by_day) == Ids{"both"});
    }
    SearchOptions counted;
    counted.facets = {Facet::Year};
    CHECK(library.ask("radar tank", counted).total == 1);
    CHECK(library.ids("radar tank") == Ids{"both", "one"});
}
