#include "documents.hpp"
#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"
#include "store/copy_groups.hpp"
#include "store/index_writer.hpp"
#include "store/searcher.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sitrep;
using test::put;

namespace {

using Ids = std::vector<std::string>;

/// A text of `words` words that no other number tells; the words are long, so that typos are few.
std::string story(unsigned number, std::size_t words = 120) {
    std::string text = "frigate ";
    for (std::size_t i = 1; i < words; ++i) {
        number = number * 1664525U + 1013904223U;
        std::string word = "aaaaaa";
        unsigned bits = number >> 4U;
        for (char& letter : word) {
            letter = static_cast<char>('a' + bits % 26);
            bits /= 26;
        }
        text += word + " ";
    }
    return text;
}

/// A database that changes, and questions to it.
class Wire {
  public:
    Wire() : writer_(*IndexWriter::open(folder_ / "db")) { writer_.put_root("r", "/wire"); }

    void add(const std::string& name, const std::string& text, const std::string& published = "",
             const std::string& outlet = "", const std::string& agency = "") {
        StoredArticle stored = test::article({"r", name}, "", text, published);
        stored.article.header.outlet = outlet;
        stored.article.header.agency = agency;
        REQUIRE(put(writer_, stored));
    }
    void remove(const std::string& name) { REQUIRE(writer_.remove_file({"r", name})); }

    HitList ask(std::string_view question, SearchOptions options = {}) {
        REQUIRE(writer_.commit());
        options.fold_copies = true;
        Searcher searcher = *Searcher::open({folder_ / "db"});
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, searcher.analyzer(), StopWords::parse("the\n"));
        Result<HitList> list = searcher.search(*query, options);
        REQUIRE(list);
        return *std::move(list);
    }
    HitList copies_of(const std::string& id, const SearchOptions& options = {}) {
        REQUIRE(writer_.commit());
        Result<HitList> list = Searcher::open({folder_ / "db"})->copies_of(id, options);
        REQUIRE(list);
        return *std::move(list);
    }

  private:
    test::TempFolder folder_;
    IndexWriter writer_;
};

Ids ids(const HitList& list) {
    Ids out;
    for (const Hit& hit : list.hits) out.push_back(hit.id);
    return out;
}
Ids copies(const Hit& hit) {
    Ids out;
    for (const Copy& copy : hit.copies) out.push_back(copy.id);
    return out;
}

}  // namespace

TEST_CASE("copies: are one hit, and each of them counts") {
    Wire wire;
    wire.add("a", story(1), "2024-03-02", "Courier");
    wire.add("b", "TOKYO dateline " + story(1), "2024-03-03", "Ledger");
    wire.add("c", story(2), "2024-03-01", "Courier");
    const HitList list = wire.ask("frigate");
    CHECK(list.total == 3);
    REQUIRE(list.hits.size() == 2);
    const Hit& hit = list.hits[0].copies.empty() ? list.hits[1] : list.hits[0];
    CHECK(hit.id == "a");
    REQUIRE(hit.copies.size() == 1);
    CHECK(hit.copies[0].id == "b");
    CHECK(hit.copies[0].path == "/wire/b");
    CHECK(hit.copies[0].outlet == "Ledger");
    CHECK(hit.copies[0].published == "2024-03-03");
    CHECK_FALSE(hit.may_have_more_copies);
}

TEST_CASE("copies: the agency's own leads, then what names an agency, then the earliest") {
    Wire wire;
    wire.add("early", story(1), "2024-03-01", "Courier");
    wire.add("undated", story(1), "", "Ledger");
    wire.add("named", story(1), "2024-03-03", "Monitor", "AP");
    wire.add("wire", story(1), "2024-03-04", "Associated Press");
    wire.add("later", story(1), "2024-03-02", "Weekly");
    const HitList list = wire.ask("frigate");
    REQUIRE(ids(list) == Ids{"wire"});
    CHECK(copies(list.hits[0]) == Ids{"named", "early", "later", "undated"});
}

TEST_CASE("copies: only those that match are folded, and one of them is shown") {
    Wire wire;
    wire.add("a", story(1), "2024-03-01");
    wire.add("b", story(1), "2024-03-02");
    wire.add("c", story(1), "2024-03-03");
    const HitList list = wire.ask("frigate date:2024-03-02..");
    REQUIRE(ids(list) == Ids{"b"});
    CHECK(copies(list.hits[0]) == Ids{"c"});
    CHECK(ids(wire.copies_of("c")) == Ids{"a", "b", "c"});
}

TEST_CASE("copies: pages of any size are slices of one list") {
    Wire wire;
    for (unsigned number = 1; number <= 12; ++number) {
        for (unsigned copy = 0; copy < 1 + number % 4; ++copy)
            wire.add(std::to_string(number) + "." + std::to_string(copy), story(number));
    }
    SearchOptions options;
    options.limit = 100;
    const Ids all = ids(wire.ask("frigate", options));
    CHECK(all.size() == 12);
    for (const std::uint64_t size : {1U, 3U, 5U}) {
        Ids joined;
        options.limit = size;
        for (options.offset = 0; options.offset < 12; options.offset += size) {
            const HitList page = wire.ask("frigate", options);
            CHECK(page.hits.front().rank == options.offset + 1);
            for (const std::string& id : ids(page)) joined.push_back(id);
        }
        CHECK(joined == all);
    }
}

TEST_CASE("copies: what copies of it connect is one group, until that one is removed") {
    const std::string text = story(1, 400);
    Wire wire;
    wire.add("head", text.substr(0, text.size() * 3 / 5));
    wire.add("tail", text.substr(text.size() * 2 / 5));
    CHECK(wire.ask("frigate").hits.size() == 1);
    CHECK(ids(wire.copies_of("head")) == Ids{"head"});
    wire.add("whole", text);
    CHECK(wire.copies_of("head").total == 3);
    wire.remove("whole");
    CHECK(wire.copies_of("head").total == 1);
}

TEST_CASE("copies: a text of fewer than sixty words is never folded") {
    Wire wire;
    wire.add("a", story(1, 59));
    wire.add("b", story(1, 59));
    CHECK(wire.ask("frigate").hits.size() == 2);
}

TEST_CASE("copies: of a group without end some are found, it says so, and comes once") {
    Wire wire;
    constexpr std::size_t kMore = CopyGroups::kMostMembers + 200;
    for (std::size_t i = 0; i < kMore; ++i) wire.add("same/" + std::to_string(i), story(1));
    wire.add("other", story(2, 400));  // longer, so behind
    const HitList list = wire.ask("frigate");
    REQUIRE(list.hits.size() == 2);
    CHECK(list.total == kMore + 1);
    CHECK(list.hits[0].copies.size() + 1 == CopyGroups::kMostMembers);
    CHECK(list.hits[0].may_have_more_copies);
    CHECK(list.hits[1].id == "other");
}

TEST_CASE("copies: what is read of them is told beforehand, where that takes time") {
    test::TempFolder folder;
    IndexWriter writer = *IndexWriter::open(folder / "db");
    writer.put_root("r", "/wire");
    constexpr std::uint64_t kCopies = 40;
    for (std::uint64_t i = 0; i < kCopies; ++i)
        REQUIRE(put(writer, test::article({"r", std::to_string(i)}, "", story(1))));
    REQUIRE(writer.commit());
    Analyzer analyzer = *Analyzer::create(writer.analyzer_config());
    std::uint64_t told = 0;
    CopyGroups groups(Xapian::Database(folder / "db"), analyzer,
                      [&](std::uint64_t articles) { told += articles; });
    CHECK(groups[groups.group_of(1)].members.size() == kCopies);
    CHECK(told == kCopies);
}

TEST_CASE("copies: an article is found by its id, by its path, by its path in the root") {
    Wire wire;
    wire.add("sub/a", story(1));
    wire.add("sub/b", story(1));
    CHECK(wire.copies_of("sub/a").total == 2);
    CHECK(wire.copies_of("/wire/sub/b").total == 2);
    CHECK(wire.copies_of("sub").total == 0);
    SearchOptions second;
    second.offset = 1;
    CHECK(wire.copies_of("sub/a", second).hits.size() == 1);
    second.offset = 5;
    CHECK(wire.copies_of("sub/a", second).hits.empty());
}
