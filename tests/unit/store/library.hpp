// A database of some articles, and questions to it.
#pragma once

#include "documents.hpp"
#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"
#include "store/searcher.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::test {

class Library {
  public:
    Library() : writer_(*IndexWriter::open(path())) { writer_.put_root("r", "/articles"); }

    std::string path() const { return folder_ / "db"; }
    void add(const StoredArticle& stored) { REQUIRE(test::put(writer_, stored)); }
    void add_as(const StoredArticle& stored, std::string_view record_key) {
        REQUIRE(test::put(writer_, stored, false, record_key));
    }
    void commit() { REQUIRE(writer_.commit()); }

    Searcher& searcher() {
        if (!searcher_) searcher_.emplace(*Searcher::open({path()}));
        return *searcher_;
    }

    HitList ask(std::string_view question, const SearchOptions& options = {}) {
        QueryPtr query = *parse_query(question, {2025, 6, 15});
        analyze_query(*query, searcher().analyzer(), StopWords::parse("the\n"),
                      searcher().stem_languages());
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
    TempFolder folder_;
    IndexWriter writer_;
    std::optional<Searcher> searcher_;
};

using Ids = std::vector<std::string>;

}  // namespace sitrep::test
