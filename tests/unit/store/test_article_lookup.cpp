#include "model/index_document.hpp"
#include "store/article_lookup.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sitrep;

namespace {

/// Documents by what names them: file and record.
Xapian::WritableDatabase holding(const std::vector<std::pair<FileKey, std::string>>& records) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (const auto& [file, key] : records) {
        Xapian::Document document;
        document.add_boolean_term(unique_term(file, key));
        document.add_boolean_term(file_term(file));
        database.add_document(document);
    }
    return database;
}

using Documents = std::vector<Xapian::docid>;

}  // namespace

TEST_CASE("article lookup: a record is found without the others of its file") {
    const FileKey crawl{"r", "2024/crawl.warc"};
    const FileKey tar{"r", "clips.tar"};
    const Xapian::WritableDatabase database = holding({{crawl, "#1"},
                                                       {crawl, "#2"},
                                                       {crawl, "=given"},
                                                       {tar, "#a.html"},
                                                       {tar, "~#a.html#a.html"},
                                                       {tar, "#b.html#1"}});
    const auto named = [&](std::string_view name) {
        return documents_named(database, {{"r", "/news"}}, name);
    };
    CHECK(named("2024/crawl.warc#2") == Documents{2});
    CHECK(named("/news/2024/crawl.warc#2") == Documents{2});
    CHECK(named("clips.tar#b.html#1") == Documents{6});
    // Those that have an id, and those that share a place, are looked for among all.
    CHECK(named("2024/crawl.warc#3") == Documents{1, 2, 3});
    CHECK(named("clips.tar#a.html") == Documents{4, 5, 6});
    CHECK(named("clips.tar") == Documents{4, 5, 6});
    CHECK(named("other.warc#1").empty());
}
