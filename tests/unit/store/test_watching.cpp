#include "documents.hpp"
#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"
#include "store/searcher.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using test::article;
using test::put;

namespace {

/// A database that is written while it is watched.
class Desk {
  public:
    Desk() : writer_(*IndexWriter::open(folder_ / "db")) { writer_.put_root("r", "/articles"); }

    void put_in(const std::string& file, const std::string& text, bool known = false,
                const std::string& day = "2020-05-03") {
        REQUIRE(put(writer_, article({"r", file}, "Title of " + file, text, day), known));
    }
    void commit() { REQUIRE(writer_.commit()); }

    /// `NEW a, CHANGED b` as a fresh reader tells, and remembers.
    std::string news(const std::string& question, std::uint64_t limit = 1000) {
        Searcher searcher = *Searcher::open({folder_ / "db"});
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, searcher.analyzer(), StopWords::parse("the\n"));
        SearchOptions options;
        options.limit = limit;
        Result<AnswerNews> news = searcher.news(*query, known_, options);
        REQUIRE(news);
        known_ = std::move(news->known);
        left_ = news->left;
        std::string out;
        for (const Hit& hit : news->list.hits) {
            const char* word = hit.change == Change::New       ? "new "
                               : hit.change == Change::Changed ? "changed "
                                                               : "gone ";
            out += (out.empty() ? "" : ", ") + (word + hit.id);
        }
        return out;
    }
    std::uint64_t left() const { return left_; }

  private:
    test::TempFolder folder_;
    IndexWriter writer_;
    WatchedAnswer known_;
    std::uint64_t left_ = 0;
};

}  // namespace

TEST_CASE("watching: what is told is not told again, and only what holds every word is") {
    Desk desk;
    desk.put_in("a", "A frigate sails.");
    desk.put_in("b", "A frigate and a drone.", false, "2021-01-01");
    desk.put_in("c", "A drone.");
    desk.commit();
    CHECK(desk.news("frigate drone") == "new b");
    CHECK(desk.news("frigate drone").empty());
    desk.put_in("a", "A frigate meets a drone.", true);
    desk.put_in("b", "The frigate is alone.", true);
    desk.commit();
    CHECK(desk.news("frigate drone") == "new a, gone b");
    desk.put_in("a", "A frigate meets a second drone.", true);
    desk.commit();
    CHECK(desk.news("frigate drone") == "changed a");
    CHECK(desk.news("frigate drone").empty());
}

TEST_CASE("watching: more than is asked for is left for the next time, and nothing is lost") {
    Desk desk;
    for (const char* file : {"a", "b", "c"}) desk.put_in(file, "A frigate.");
    desk.put_in("d", "A frigate.", false, "2021-01-01");
    desk.commit();
    CHECK(desk.news("frigate", 3) == "new d, new a, new b");
    CHECK(desk.left() == 1);
    CHECK(desk.news("frigate", 3) == "new c");
    for (const char* file : {"a", "b", "c"}) desk.put_in(file, "A frigate sails.", true);
    desk.put_in("d", "A drone.", true);
    desk.put_in("e", "Another frigate.");
    desk.commit();
    CHECK(desk.news("frigate", 2) == "new e, changed a");
    CHECK(desk.left() == 3);
    CHECK(desk.news("frigate", 2) == "changed b, changed c");
    CHECK(desk.news("frigate", 2) == "gone d");
    CHECK(desk.news("frigate", 2).empty());
    CHECK(desk.left() == 0);
}

TEST_CASE("watching: another question is asked anew although nothing was written") {
    Desk desk;
    desk.put_in("a", "A frigate sails.");
    desk.put_in("b", "A drone flies.");
    desk.commit();
    CHECK(desk.news("frigate") == "new a");
    CHECK(desk.news("frigate OR drone") == "new b");
    CHECK(desk.news("drone").empty());  // a is there as it was
}
