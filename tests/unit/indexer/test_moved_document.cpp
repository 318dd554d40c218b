#include "indexer/clean/line_notes.hpp"
#include "indexer/moved_document.hpp"
#include "indexer/record_keys.hpp"
#include "text/index_document_builder.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

StoredArticle article(const FileKey& file, const std::string& outlet = "") {
    StoredArticle stored;
    stored.file = file;
    stored.article.header.title = "F-35A lands";
    stored.article.header.published = "2020-05-03";
    stored.article.header.outlet = outlet;
    stored.article.sections = {{"", {"An F-35A landed at the field."}}};
    return stored;
}

IndexDocument document(const StoredArticle& stored, const std::string& key = "#1") {
    Analyzer analyzer = *Analyzer::create(AnalyzerConfig::current());
    return build_index_document(stored, key, analyzer);
}

const FileKey kOld{"r", "a/one.txt"};
const FileKey kNew{"s", "b/two.txt"};

}  // namespace

TEST_CASE("moved document: is the document that its file would give in the new place") {
    CHECK(moved_document(document(article(kOld)), kOld, kNew) == document(article(kNew)));
}

TEST_CASE("moved document: records keep their keys, by place, by id, and twice in a file") {
    StoredArticle stored = article(kOld);
    stored.place.record = 7;
    StoredArticle moved = stored;
    moved.file = kNew;
    for (const char* key : {"#7", "~#7#7"})
        CHECK(moved_document(document(stored, key), kOld, kNew) == document(moved, key));
    stored.article.header.id = moved.article.header.id = "x";
    for (const char* key : {"=x", "~#7=x"})
        CHECK(moved_document(document(stored, key), kOld, kNew) == document(moved, key));
    CHECK_FALSE(moved_document(document(stored, "~#7=x~12"), kOld, kNew));
}

TEST_CASE("moved document: lines of an article without an outlet hold it in its folder") {
    StoredArticle stored = article(kOld);
    stored.article.notes.lines = {5, 9};
    CHECK_FALSE(moved_document(document(stored), kOld, kNew));
    const FileKey beside{"r", "a/two.txt"};
    StoredArticle moved = stored;
    moved.file = beside;
    CHECK(moved_document(document(stored), kOld, beside) == document(moved));
    CHECK_FALSE(moved_document(document(stored), kOld, {"s", "a/one.txt"}));

    stored = article(kOld, "Harbor Dispatch");
    stored.article.notes.lines = {5, 9};
    moved = stored;
    moved.file = kNew;
    CHECK(moved_document(document(stored), kOld, kNew) == document(moved));
}

TEST_CASE("moved document: what is not of the file, or is damaged, does not move") {
    CHECK_FALSE(moved_document(document(article(kOld)), kNew, kOld));
    IndexDocument damaged = document(article(kOld));
    damaged.data = "x";
    CHECK_FALSE(moved_document(damaged, kOld, kNew));
}
